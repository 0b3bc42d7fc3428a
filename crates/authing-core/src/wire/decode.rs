//! Decoding: from a response to an operation's result or its error.

mod graphql;
mod reply;
mod rest;
mod v3;

use std::fmt;

use serde::de::DeserializeOwned;

pub(crate) use self::reply::Reply;
use self::reply::{NotACode, Path, WHOLE, code};
pub(super) use self::rest::{Empty, NestedCode, Object, Status};
pub(super) use self::v3::V3;
use super::Shape;
use crate::number::digits;
use crate::search::contains;
use crate::{Error, ErrorCode, InvalidResponseKind, Response};

/// An envelope, as the constants of an operation refer to it: a program has the code of those envelopes alone that its operations have.
pub(crate) trait AnyEnvelope: fmt::Debug + Sync {
    /// The JSON inside the envelope, and its path. No response makes it panic, and no error holds the content of the response.
    fn open<'a>(&self, reply: Reply<'a>) -> Result<(&'a str, Path), Error>;

    /// The same of a response that looks like a success without anything else in it: if what stands inside is JSON, it is the answer.
    /// Any other response is opened with care.
    fn plain<'a>(&self, _reply: Reply<'a>) -> Option<(&'a str, Path)> {
        None
    }

    /// The code of a response whose HTTP status says nothing.
    fn status_code(&self, _response: &Response) -> Option<ErrorCode> {
        None
    }
}

/// A response, and its envelope. A response without an envelope was computed by the operation itself.
pub(crate) struct Received {
    pub(crate) envelope: Option<&'static dyn AnyEnvelope>,
    pub(crate) response: Response,
}

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
pub(crate) fn read<T: DeserializeOwned>(received: &Received, shape: Shape) -> Result<(T, Unwrapped<'_>), Error> {
    let plain = received.envelope.and_then(|envelope| plain(envelope, &received.response));
    if let Some(unwrapped) = plain.filter(|unwrapped| shape.matches_if_json(unwrapped.json))
        && let Ok(value) = serde_json::from_str(unwrapped.json)
    {
        return Ok((value, unwrapped));
    }
    let unwrapped = open(received, shape)?;
    let value = serde_json::from_str(unwrapped.json).map_err(|_| unwrapped.invalid_shape::<T>())?;
    Ok((value, unwrapped))
}

/// Reads a response as the JSON that the service sent.
pub(crate) fn read_raw(received: &Received, shape: Shape) -> Result<(String, Unwrapped<'_>), Error> {
    let unwrapped = open(received, shape)?;
    Ok((unwrapped.json.to_owned(), unwrapped))
}

/// Takes the response out of its envelope, and checks that it has the shape of a success.
fn open(received: &Received, shape: Shape) -> Result<Unwrapped<'_>, Error> {
    let Received { envelope, response } = received;
    let Some(envelope) = *envelope else {
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

/// The response of a plain success, without its envelope.
fn plain<'a>(envelope: &dyn AnyEnvelope, response: &'a Response) -> Option<Unwrapped<'a>> {
    let reply = Reply { response };
    let (json, path) = envelope.plain(reply)?;
    Some(Unwrapped { reply, json, path })
}

/// Takes a response out of its envelope.
fn unwrap<'a>(envelope: &dyn AnyEnvelope, response: &'a Response) -> Result<Unwrapped<'a>, Error> {
    let reply = Reply { response };
    if response.is_redirection() {
        return Err(reply.invalid_response(WHOLE, ".", InvalidResponseKind::Redirect));
    }
    let (json, path) = envelope.open(reply)?;
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
        self.reply.invalid_response(self.path, inner, InvalidResponseKind::Shape)
    }
}

/// The error code in a response, for flows that decide by it.
pub(crate) fn service_error_code(envelope: &dyn AnyEnvelope, response: &Response) -> Option<ErrorCode> {
    unwrap(envelope, response).err()?.code()
}

/// Whether a response is a service error with this code. Every response is checked: a plain success by its ends alone, and another is
/// first searched for the digits of the code.
pub(crate) fn has_error_code(envelope: &dyn AnyEnvelope, response: &Response, code: ErrorCode) -> bool {
    let is_suspect = || str::from_utf8(response.body()).is_ok_and(|body| contains(body, &digits(code.0)));
    envelope.plain(Reply { response }).is_none() && is_suspect() && service_error_code(envelope, response) == Some(code)
}
