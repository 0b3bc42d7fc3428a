//! Decoding: from a response to an operation's result or its error.

mod v3;

use serde::de::DeserializeOwned;

pub(crate) use self::v3::v3_status_code;
use super::json::is_json;
use super::raw_object::{RawObject, integer, text};
use super::{Envelope, Shape};
use crate::{Error, ErrorCode, InvalidResponse, InvalidResponseKind, Response, ServiceError};

/// The JSON inside the envelope of a response, and its path.
#[derive(Debug)]
pub(crate) struct Unwrapped<'a> {
    reply: Reply<'a>,
    json: &'a str,
    path: Path,
}

/// Where in a response the answer is; it is written out for errors alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Path {
    At(&'static str),
    /// This field of `data`.
    Field(&'static str),
}

/// The whole response.
const WHOLE: Path = Path::At(".");
const DATA: Path = Path::At("data");

/// Takes the response out of its envelope, and checks that it has the shape of a success. Without an envelope, the client has
/// made the response itself.
pub(crate) fn open(envelope: Option<Envelope>, shape: Shape, response: &Response) -> Result<Unwrapped<'_>, Error> {
    let Some(envelope) = envelope else {
        let reply = Reply { response };
        return Ok(Unwrapped { reply, json: reply.text()?, path: WHOLE });
    };
    if let Some(unwrapped) = plain(envelope, shape, response) {
        return Ok(unwrapped);
    }
    let unwrapped = unwrap(envelope, response)?;
    unwrapped.check(shape)?;
    Ok(unwrapped)
}

/// The answer in `{"data":{<field>:…}}` that has no other field and no blanks: if what stands between is JSON, it is the answer,
/// and the check of its shape is the only time that it is read. Any other response is read with care.
fn plain(envelope: Envelope, shape: Shape, response: &Response) -> Option<Unwrapped<'_>> {
    let reply = Reply { response };
    let Envelope::GraphQl { field } = envelope else { return None };
    if !shape.proves_json() || !reply.is_success() {
        return None;
    }
    let body = reply.text().ok()?;
    let rest = body
        .strip_prefix(r#"{"data":{""#)?
        .strip_prefix(field)
        .filter(|_| !field.is_empty() && !field.contains('.'))?;
    let json = rest.strip_prefix("\":")?.strip_suffix("}}")?;
    shape.matches(json).then_some(Unwrapped { reply, json, path: Path::Field(field) })
}

/// Unwraps the envelope of a response. No response makes it panic, and no error holds the content of the response.
fn unwrap(envelope: Envelope, response: &Response) -> Result<Unwrapped<'_>, Error> {
    let reply = Reply { response };
    let (json, path) = reply.value(envelope)?;
    Ok(Unwrapped { reply, json, path })
}

/// Deserializes the JSON as the operation's response.
pub(crate) fn decode<T: DeserializeOwned>(unwrapped: &Unwrapped<'_>) -> Result<T, Error> {
    serde_json::from_str(unwrapped.json).map_err(|_| unwrapped.invalid_shape::<T>())
}

impl<'a> Unwrapped<'a> {
    /// The JSON inside the envelope.
    pub(crate) fn json(&self) -> &'a str {
        self.json
    }

    /// Checks that the response has the shape of a success.
    fn check(&self, shape: Shape) -> Result<(), Error> {
        if !shape.matches(self.json) {
            return Err(self.invalid_shape_at("."));
        }
        if shape == Shape::Outcome { self.outcome() } else { Ok(()) }
    }

    /// The service's word that something was done, or that it was not.
    fn outcome(&self) -> Result<(), Error> {
        let outcome = self.reply.read(self.json, self.path)?;
        let code = code(&outcome).map_err(|NotACode| self.invalid_shape_at("code"))?;
        let message = outcome.text("message");
        if message.is_none() && outcome.json("message").is_some() {
            return Err(self.invalid_shape_at("message"));
        }
        let status = outcome.json("status");
        match code {
            Some(code) if code != ErrorCode::OK => Err(self.reply.service_error(Some(code), message, None)),
            _ if status == Some("false") => Err(self.reply.service_error(None, message, None)),
            None if message.is_none() && status != Some("true") => Err(self.invalid_shape_at(".")),
            _ => Ok(()),
        }
    }

    /// Deserializes once more, to find the path of the error. Serde's own message may quote a phone number, so it is dropped.
    fn invalid_shape<T: DeserializeOwned>(&self) -> Error {
        let mut deserializer = serde_json::Deserializer::from_str(self.json);
        let inner = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
            Ok(_) => ".".to_owned(),
            Err(error) => error.path().to_string(),
        };
        self.invalid_shape_at(&inner)
    }

    /// The error of a response that has another shape at this path below the envelope.
    pub(crate) fn invalid_shape_at(&self, inner: &str) -> Error {
        self.reply.invalid_response(self.path.join(inner), InvalidResponseKind::Shape)
    }
}

/// The error code in a response, for flows that decide by it.
pub(crate) fn service_error_code(envelope: Envelope, response: &Response) -> Option<ErrorCode> {
    unwrap(envelope, response).err()?.code()
}

/// Whether a body is a service error with the code of these digits, in either envelope. A search for them comes first, because
/// every response is checked.
pub(crate) fn has_error_code(body: &[u8], digits: &str) -> bool {
    str::from_utf8(body).is_ok_and(|body| body.contains(digits)) && {
        let response = Response::new(200, body);
        [Envelope::GraphQl { field: "" }, Envelope::Code]
            .into_iter()
            .filter_map(|envelope| service_error_code(envelope, &response))
            .any(|code| digits.parse() == Ok(code.0))
    }
}

/// A `code` that is no code of the service. It is not shown: it may be a phone number.
struct NotACode;

/// The `code` of a response, if it has one.
fn code(reply: &RawObject<'_>) -> Result<Option<ErrorCode>, NotACode> {
    code_in(reply, "code")
}

/// The code in a field of a response, if it has one.
fn code_in(reply: &RawObject<'_>, field: &str) -> Result<Option<ErrorCode>, NotACode> {
    match reply.json(field) {
        None => Ok(None),
        Some(json) => integer(json).and_then(ErrorCode::new).map(Some).ok_or(NotACode),
    }
}

/// A response while it is read.
#[derive(Clone, Copy, Debug)]
struct Reply<'a> {
    response: &'a Response,
}

impl<'a> Reply<'a> {
    /// The JSON inside the envelope, and its path.
    fn value(self, envelope: Envelope) -> Result<(&'a str, Path), Error> {
        if self.response.is_redirection() {
            return Err(self.invalid_response(".", InvalidResponseKind::Redirect));
        }
        if envelope.is_v3() {
            return self.v3(envelope);
        }
        if let Some(sentence) = self.plain_text() {
            return Err(self.service_error(None, Some(sentence.to_owned()), None));
        }
        match envelope {
            Envelope::Empty if self.is_empty() && self.response.status() == 200 => Ok(("null", WHOLE)),
            Envelope::Empty => {
                let (_, path) = self.rest(self.text()?, WHOLE, Envelope::Oauth)?;
                Err(self.invalid_response(path.join("."), InvalidResponseKind::Shape))
            }
            Envelope::Status if self.is_success() => self.health_check(),
            Envelope::GraphQl { field } => self.graphql(field),
            Envelope::NestedCode => {
                let (inner, path) = self.rest(self.text()?, WHOLE, Envelope::Code)?;
                self.rest(inner, path, Envelope::Code)
            }
            _ => self.rest(self.text()?, WHOLE, envelope),
        }
    }

    /// Any 2xx response is a sign that the service runs, but an error.
    fn health_check(self) -> Result<(&'a str, Path), Error> {
        let reply = self.text().ok().and_then(|body| RawObject::read(body).ok());
        match reply.as_ref().map(|reply| (code(reply), reply)) {
            Some((Ok(Some(code)), reply)) if code != ErrorCode::OK => {
                Err(self.service_error(Some(code), reply.text("message"), None))
            }
            _ => Ok(("null", WHOLE)),
        }
    }

    /// The sentence of an error that is neither JSON nor a page: a gateway's `Forbidden`, with a 4xx status.
    fn plain_text(self) -> Option<&'a str> {
        let body = self.text().ok().filter(|_| self.response.is_client_error())?.trim();
        let is_other = body.starts_with(['<', '{', '[', '"']) || is_json(body);
        (!is_other).then_some(body)
    }

    fn graphql(self, field: &'static str) -> Result<(&'a str, Path), Error> {
        let reply = self.read(self.text()?, WHOLE)?;
        if reply.json("errors").is_some() {
            let errors =
                reply.list("errors").ok_or_else(|| self.invalid_response("errors", InvalidResponseKind::Shape))?;
            if let Some(error) = errors.first() {
                return Err(self.graphql_error(self.read(error, Path::At("errors[0]"))?.json("message")));
            }
        }
        let data = reply.json("data");
        // An error of a gateway before GraphQL has the REST envelope, or a sentence and a status.
        let code = code(&reply).unwrap_or(None).filter(|code| *code != ErrorCode::OK);
        let message = reply.text("message");
        if code.is_some() || (data.is_none() && message.is_some() && !self.is_success()) {
            return Err(self.service_error(code, message, None));
        }
        let data = match data {
            Some(data) if self.is_success() => data,
            _ => return Err(self.invalid_response("data", InvalidResponseKind::Shape)),
        };
        let fields = self.read(data, DATA)?;
        if field.is_empty() {
            return Ok((data, DATA));
        }
        // `rbacGroup`, or `rbacGroup.users`: the field `users` in it.
        let path = Path::Field(field);
        let mut names = field.split('.');
        let mut value = names.next().and_then(|name| fields.json_or_null(name));
        for name in names {
            value = value.map(|outer| self.read(outer, path)).transpose()?.and_then(|outer| outer.json_or_null(name));
        }
        match value {
            Some(value) => Ok((value, path)),
            None => Err(self.invalid_response(path.join("."), InvalidResponseKind::Shape)),
        }
    }

    /// The JSON inside the REST envelope at `path`.
    fn rest(self, body: &'a str, path: Path, envelope: Envelope) -> Result<(&'a str, Path), Error> {
        let reply = self.read(body, path)?;
        if let Some(error) = reply.text("error").filter(|_| envelope == Envelope::Oauth || !self.is_success()) {
            let message = reply.text("error_description").unwrap_or_else(|| error.clone());
            return Err(ServiceError { oauth_error: Some(error), ..self.service_error_fields(None, message) }.into());
        }
        let has_code = matches!(envelope, Envelope::Code | Envelope::CodeWhole);
        match code(&reply) {
            Ok(Some(code)) if code != ErrorCode::OK => {
                Err(self.service_error(Some(code), reply.text("message"), reply.json("data")))
            }
            _ if !self.is_success() => match reply.text("message") {
                Some(message) => Err(self.service_error(None, Some(message), None)),
                None => Err(self.invalid_response(path.join("."), InvalidResponseKind::Shape)),
            },
            // Without a code nothing says that it is a success.
            Ok(None) | Err(NotACode) if has_code => {
                Err(self.invalid_response(path.join("code"), InvalidResponseKind::Shape))
            }
            _ => Ok(match reply.json("data") {
                Some(data) if envelope == Envelope::Code => (data, path.data()),
                _ => (body, path),
            }),
        }
    }

    fn is_success(self) -> bool {
        self.response.is_success()
    }

    fn is_empty(self) -> bool {
        self.response.body().trim_ascii().is_empty()
    }

    /// The body as text; a byte order mark is not part of it.
    fn text(self) -> Result<&'a str, Error> {
        let body = self.response.body();
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        if body.trim_ascii().is_empty() {
            return Err(self.invalid_response(".", InvalidResponseKind::EmptyBody));
        }
        std::str::from_utf8(body).map_err(|_| self.invalid_response(".", InvalidResponseKind::NotJson))
    }

    fn read(self, json: &'a str, path: Path) -> Result<RawObject<'a>, Error> {
        RawObject::read(json).map_err(|kind| self.invalid_response(path.join("."), kind))
    }

    /// `message` of a GraphQL error: the service's object, or a plain sentence.
    fn graphql_error(self, message: Option<&str>) -> Error {
        match message.map(RawObject::read) {
            Some(Ok(service_error)) => self.service_error(
                code(&service_error).unwrap_or(None),
                service_error.text("message"),
                service_error.json("data"),
            ),
            _ => self.service_error(None, message.and_then(text), None),
        }
    }

    fn service_error(self, code: Option<ErrorCode>, message: Option<String>, data: Option<&str>) -> Error {
        let known = code.and_then(ErrorCode::service_message).unwrap_or("no reason was given");
        ServiceError {
            data: data.map(str::to_owned),
            ..self.service_error_fields(code, message.unwrap_or_else(|| known.to_owned()))
        }
        .into()
    }

    fn service_error_fields(self, code: Option<ErrorCode>, message: String) -> ServiceError {
        let retry_after = self.response.retry_after();
        let status = self.response.status();
        ServiceError { retry_after, ..ServiceError::new(code, message, status) }
    }

    fn invalid_response(self, path: impl Into<String>, kind: InvalidResponseKind) -> Error {
        let retry_after = self.response.retry_after();
        InvalidResponse { retry_after, ..InvalidResponse::new(self.response.status(), path, kind) }.into()
    }
}

impl Path {
    /// `data` below this path, of an envelope or of one in another.
    fn data(self) -> Self {
        match self {
            WHOLE => DATA,
            _ => Self::At("data.data"),
        }
    }

    /// A path below this path; `.` is the whole.
    fn join(self, inner: &str) -> String {
        let base = match self {
            Self::At(path) => path.to_owned(),
            Self::Field(field) => ["data.", field].concat(),
        };
        match (&*base, inner) {
            (".", inner) => inner.to_owned(),
            (_, ".") => base,
            _ => [&base, ".", inner].concat(),
        }
    }
}
