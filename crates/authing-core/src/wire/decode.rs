//! From a response to an operation's answer, or to the reason why there is none.

mod v3;

use std::time::Duration;

use http::Response;
use serde::de::DeserializeOwned;

pub(crate) use self::v3::v3_status_code;
use super::Envelope;
use super::raw_object::{RawObject, text};
use crate::{Error, ErrorCode, InvalidResponse, InvalidResponseKind, ServiceError};

/// An answer out of its envelope: still JSON, and where it stood.
#[derive(Debug)]
pub(crate) struct Unwrapped<'a> {
    reply: Reply<'a>,
    json: &'a str,
    path: String,
}

/// Takes the answer out of its envelope. Nothing that a server can send makes it panic, and no error holds what it sent.
pub(crate) fn unwrap(envelope: Envelope, response: &Response<Vec<u8>>) -> Result<Unwrapped<'_>, Error> {
    let reply = Reply { response };
    let (json, path) = reply.value(envelope)?;
    Ok(Unwrapped { reply, json, path })
}

/// The answer as the operation's type.
pub(crate) fn decode<T: DeserializeOwned>(unwrapped: &Unwrapped<'_>) -> Result<T, Error> {
    serde_json::from_str(unwrapped.json).map_err(|_| unwrapped.invalid_shape::<T>())
}

impl<'a> Unwrapped<'a> {
    /// The answer's JSON.
    pub(crate) fn json(&self) -> &'a str {
        self.json
    }

    /// Reads once more, slowly, to say where reading failed. Serde's own message may quote a phone number, so it is dropped.
    fn invalid_shape<T: DeserializeOwned>(&self) -> Error {
        let mut deserializer = serde_json::Deserializer::from_str(self.json);
        let inner = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
            Ok(_) => ".".to_owned(),
            Err(error) => error.path().to_string(),
        };
        self.invalid_shape_at(&inner)
    }

    /// The error of a response that has another shape at this path below the answer.
    pub(crate) fn invalid_shape_at(&self, inner: &str) -> Error {
        let path = match (self.path.as_str(), inner) {
            (".", inner) => inner.to_owned(),
            (base, ".") => base.to_owned(),
            (base, inner) => format!("{base}.{inner}"),
        };
        self.reply.invalid_response(path, InvalidResponseKind::Shape)
    }
}

/// The service's code in a response, if it refused with one: for flows that decide whether to go on.
pub(crate) fn service_error_code(envelope: Envelope, response: &Response<Vec<u8>>) -> Option<ErrorCode> {
    unwrap(envelope, response).err()?.code()
}

/// Whether a body is a refusal with this code, under either envelope. A cheap look comes before the careful one, because
/// every answer is asked.
pub(crate) fn has_error_code(body: &[u8], code: ErrorCode) -> bool {
    let digits = code.to_string();
    std::str::from_utf8(body).is_ok_and(|body| body.contains(&digits)) && {
        let response = Response::new(body.to_vec());
        [Envelope::GraphQl { field: "" }, Envelope::Code]
            .into_iter()
            .any(|envelope| service_error_code(envelope, &response) == Some(code))
    }
}

/// `Retry-After` in seconds (RFC 9110, section 10.2.3). Its other form, a date, would need a clock and is not read.
pub(crate) fn retry_after(response: &Response<Vec<u8>>) -> Option<Duration> {
    let header = response.headers().get(http::header::RETRY_AFTER)?;
    Some(Duration::from_secs(header.to_str().ok()?.trim().parse().ok()?))
}

/// A response while it is read.
#[derive(Clone, Copy, Debug)]
struct Reply<'a> {
    response: &'a Response<Vec<u8>>,
}

impl<'a> Reply<'a> {
    /// The answer's JSON and the path at which it stands.
    fn value(self, envelope: Envelope) -> Result<(&'a str, String), Error> {
        match envelope {
            Envelope::Empty if self.is_empty() && self.response.status() == http::StatusCode::OK => {
                Ok(("null", ".".to_owned()))
            }
            Envelope::Empty => {
                let (_, path) = self.rest(self.text()?, ".", Envelope::Oauth)?;
                Err(self.invalid_response(path, InvalidResponseKind::Shape))
            }
            Envelope::Status if self.is_success() => Ok(("null", ".".to_owned())),
            Envelope::GraphQl { field } => self.graphql(field),
            _ if envelope.is_v3() => self.v3(envelope),
            Envelope::NestedCode => {
                let (inner, path) = self.rest(self.text()?, ".", Envelope::Code)?;
                self.rest(inner, &path, Envelope::Code)
            }
            _ => self.rest(self.text()?, ".", envelope),
        }
    }

    fn graphql(self, field: &str) -> Result<(&'a str, String), Error> {
        let reply = self.read(self.text()?, ".")?;
        if reply.json("errors").is_some() {
            let errors =
                reply.list("errors").ok_or_else(|| self.invalid_response("errors", InvalidResponseKind::Shape))?;
            if let Some(error) = errors.first() {
                return Err(self.graphql_error(self.read(error, "errors[0]")?.json("message")));
            }
        }
        let data = reply.json("data");
        // A gateway that refuses before GraphQL is reached answers in the REST envelope, or with a sentence and a status.
        if data.is_none() {
            let (code, message) = (reply.number("code").map(ErrorCode), reply.text("message"));
            if code.is_some() || (message.is_some() && !self.is_success()) {
                return Err(self.service_error(code, message, None));
            }
        }
        let data = match data {
            Some(data) if self.is_success() => data,
            _ => return Err(self.invalid_response("data", InvalidResponseKind::Shape)),
        };
        if field.is_empty() {
            return Ok((data, "data".to_owned()));
        }
        let path = format!("data.{field}");
        match self.read(data, "data")?.json_or_null(field) {
            Some(value) => Ok((value, path)),
            None => Err(self.invalid_response(path, InvalidResponseKind::Shape)),
        }
    }

    /// The answer inside a REST envelope that stands at `path`.
    fn rest(self, body: &'a str, path: &str, envelope: Envelope) -> Result<(&'a str, String), Error> {
        let reply = self.read(body, path)?;
        if let Some(error) = reply.text("error").filter(|_| envelope == Envelope::Oauth || !self.is_success()) {
            let message = reply.text("error_description").unwrap_or_else(|| error.clone());
            return Err(ServiceError { oauth_error: Some(error), ..self.service_error_fields(None, message) }.into());
        }
        let enveloped = matches!(envelope, Envelope::Code | Envelope::CodeWhole) || !self.is_success();
        match reply.number("code").map(ErrorCode) {
            Some(code) if enveloped && code != ErrorCode::OK => {
                Err(self.service_error(Some(code), reply.text("message"), reply.json("data")))
            }
            _ if !self.is_success() => match reply.text("message") {
                Some(message) => Err(self.service_error(None, Some(message), None)),
                None => Err(self.invalid_response(path, InvalidResponseKind::Shape)),
            },
            _ => Ok(match reply.json("data") {
                Some(data) if envelope == Envelope::Code && path == "." => (data, "data".to_owned()),
                Some(data) if envelope == Envelope::Code => (data, format!("{path}.data")),
                _ => (body, path.to_owned()),
            }),
        }
    }

    fn is_success(self) -> bool {
        self.response.status().is_success()
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

    fn read(self, json: &'a str, path: &str) -> Result<RawObject<'a>, Error> {
        RawObject::read(json).map_err(|error| self.invalid_response(path, kind_of(&error)))
    }

    /// `message` of a GraphQL error: the service's object, or a plain sentence.
    fn graphql_error(self, message: Option<&str>) -> Error {
        match message.map(RawObject::read) {
            Some(Ok(service_error)) => self.service_error(
                service_error.number("code").map(ErrorCode),
                service_error.text("message"),
                service_error.json("data"),
            ),
            _ => self.service_error(None, message.and_then(text), None),
        }
    }

    fn service_error(self, code: Option<ErrorCode>, message: Option<String>, data: Option<&str>) -> Error {
        let known = code.and_then(ErrorCode::message).unwrap_or("no reason was given");
        ServiceError {
            data: data.map(str::to_owned),
            ..self.service_error_fields(code, message.unwrap_or_else(|| known.to_owned()))
        }
        .into()
    }

    fn service_error_fields(self, code: Option<ErrorCode>, message: String) -> ServiceError {
        let retry_after = retry_after(self.response);
        ServiceError {
            code,
            api_code: None,
            message,
            oauth_error: None,
            data: None,
            request_id: None,
            status: self.response.status().as_u16(),
            retry_after,
        }
    }

    fn invalid_response(self, path: impl Into<String>, kind: InvalidResponseKind) -> Error {
        let retry_after = retry_after(self.response);
        InvalidResponse { status: self.response.status().as_u16(), path: path.into(), kind, retry_after }.into()
    }
}

fn kind_of(error: &serde_json::Error) -> InvalidResponseKind {
    match error.classify() {
        serde_json::error::Category::Data => InvalidResponseKind::Shape,
        _ => InvalidResponseKind::NotJson,
    }
}
