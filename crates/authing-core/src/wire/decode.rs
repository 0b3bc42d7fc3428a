//! Decoding: from a response to an operation's result or its error.

mod graphql;
mod reply;
mod rest;
mod v3;

use serde::de::DeserializeOwned;

use self::reply::{NotACode, Path, Reply, WHOLE, code};
pub(crate) use self::v3::v3_status_code;
use super::{Envelope, Shape};
use crate::number::whole_number;
use crate::search::contains;
use crate::{Error, ErrorCode, InvalidResponseKind, Response};

/// The JSON inside the envelope of a response, and its path.
#[derive(Debug)]
pub(crate) struct Unwrapped<'a> {
    reply: Reply<'a>,
    json: &'a str,
    path: Path,
}

/// Reads a response as the operation's type, and what it was read from.
///
/// Most responses are plain successes: one pass of the deserializer proves that they are JSON, and their beginning that they have the
/// shape of a success. Any other is opened with care, and then read.
pub(crate) fn read<T: DeserializeOwned>(
    envelope: Option<Envelope>,
    shape: Shape,
    response: &Response,
) -> Result<(T, Unwrapped<'_>), Error> {
    let plain = envelope.and_then(|envelope| plain(envelope, response));
    if let Some(unwrapped) = plain.filter(|unwrapped| shape.matches_if_json(unwrapped.json))
        && let Ok(value) = serde_json::from_str(unwrapped.json)
    {
        return Ok((value, unwrapped));
    }
    let unwrapped = open(envelope, shape, response)?;
    let value = serde_json::from_str(unwrapped.json).map_err(|_| unwrapped.invalid_shape::<T>())?;
    Ok((value, unwrapped))
}

/// Reads a response as the JSON that the service sent.
pub(crate) fn read_raw(
    envelope: Option<Envelope>,
    shape: Shape,
    response: &Response,
) -> Result<(String, Unwrapped<'_>), Error> {
    let unwrapped = open(envelope, shape, response)?;
    Ok((unwrapped.json.to_owned(), unwrapped))
}

/// Takes the response out of its envelope, and checks that it has the shape of a success. Without an envelope, the client has
/// made the response itself.
fn open(envelope: Option<Envelope>, shape: Shape, response: &Response) -> Result<Unwrapped<'_>, Error> {
    let Some(envelope) = envelope else {
        let reply = Reply { response };
        return Ok(Unwrapped { reply, json: reply.text()?, path: WHOLE });
    };
    let plain = if shape.proves_json() { plain(envelope, response) } else { None };
    if let Some(unwrapped) = plain.filter(|unwrapped| shape.matches(unwrapped.json)) {
        return Ok(unwrapped);
    }
    let unwrapped = unwrap(envelope, response)?;
    unwrapped.check(shape)?;
    Ok(unwrapped)
}

/// The answer in `{"data":{<field>:…}}` that has no other field and no blanks: if what stands between is JSON, it is the answer.
/// Any other response is read with care.
fn plain(envelope: Envelope, response: &Response) -> Option<Unwrapped<'_>> {
    let reply = Reply { response };
    let Envelope::GraphQl { field } = envelope else { return None };
    if !reply.is_success() {
        return None;
    }
    let body = reply.text().ok()?;
    let rest = body
        .strip_prefix(r#"{"data":{""#)?
        .strip_prefix(field)
        .filter(|_| !field.is_empty() && !contains(field, "."))?;
    let json = rest.strip_prefix("\":")?.strip_suffix("}}")?;
    Some(Unwrapped { reply, json, path: Path::Field(field) })
}

/// Unwraps the envelope of a response. No response makes it panic, and no error holds the content of the response.
fn unwrap(envelope: Envelope, response: &Response) -> Result<Unwrapped<'_>, Error> {
    let reply = Reply { response };
    let (json, path) = reply.value(envelope)?;
    Ok(Unwrapped { reply, json, path })
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

/// Whether a response is a service error with the code of these digits, in either envelope. Every response is checked: a plain success
/// by its ends alone, and another is first searched for the digits.
pub(crate) fn has_error_code(envelope: Envelope, response: &Response, digits: &str) -> bool {
    plain(envelope, response).is_none()
        && str::from_utf8(response.body()).is_ok_and(|body| contains(body, digits))
        && [Envelope::GraphQl { field: "" }, Envelope::Code]
            .into_iter()
            .filter_map(|envelope| service_error_code(envelope, &Response::new(200, response.body())))
            .any(|code| whole_number(digits) == Some(code.0))
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
}
