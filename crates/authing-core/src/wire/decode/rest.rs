//! The envelopes of REST: the service's `code`, OAuth 2.0's `error`, and none.

use super::AnyEnvelope;
use super::reply::{NotACode, Path, Reply, WHOLE, code};
use crate::wire::raw_object::RawObject;
use crate::{Error, ErrorCode, InvalidResponseKind, ServiceError};

/// An object that is the answer, or that has it in `data`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Object {
    /// Whether a success has a `code`: without one, nothing says that it is a success.
    has_code: bool,
    /// Whether the answer is in `data`, where that is given.
    has_data: bool,
    /// Whether `error` is OAuth 2.0's error with any status, and not only without a 2xx status.
    has_oauth_error: bool,
}

impl Object {
    pub(crate) const CODE: Self = Self { has_code: true, has_data: true, has_oauth_error: false };
    pub(crate) const CODE_WHOLE: Self = Self { has_data: false, ..Self::CODE };
    pub(crate) const PLAIN: Self = Self { has_code: false, has_data: false, has_oauth_error: false };
    pub(crate) const OAUTH: Self = Self { has_oauth_error: true, ..Self::PLAIN };

    /// The JSON inside the object at `path`.
    fn unwrap<'a>(self, reply: Reply<'a>, body: &'a str, path: Path) -> Result<(&'a str, Path), Error> {
        let object = reply.read(body, path)?;
        if let Some(error) = object.text("error").filter(|_| self.has_oauth_error || !reply.is_success()) {
            let message = object.text("error_description").unwrap_or_else(|| error.clone());
            return Err(ServiceError { oauth_error: Some(error), ..reply.service_error_fields(None, message) }.into());
        }
        match code(&object) {
            Ok(Some(code)) if code != ErrorCode::OK => {
                Err(reply.service_error(Some(code), object.text("message"), object.json("data")))
            }
            _ if !reply.is_success() => match object.text("message") {
                Some(message) => Err(reply.service_error(None, Some(message), None)),
                None => Err(reply.invalid_response(path, ".", InvalidResponseKind::Shape)),
            },
            Ok(None) | Err(NotACode) if self.has_code => {
                Err(reply.invalid_response(path, "code", InvalidResponseKind::Shape))
            }
            _ => Ok(match object.json("data") {
                Some(data) if self.has_data => (data, path.data()),
                _ => (body, path),
            }),
        }
    }
}

impl AnyEnvelope for Object {
    fn open<'a>(&self, reply: Reply<'a>) -> Result<(&'a str, Path), Error> {
        self.unwrap(reply, reply.json_text()?, WHOLE)
    }
}

/// `code` and `data` in the `data` of another.
#[derive(Debug)]
pub(crate) struct NestedCode;

impl AnyEnvelope for NestedCode {
    fn open<'a>(&self, reply: Reply<'a>) -> Result<(&'a str, Path), Error> {
        let (inner, path) = Object::CODE.open(reply)?;
        Object::CODE.unwrap(reply, inner, path)
    }
}

/// Nothing: any 2xx response is a sign that the service runs, but an error.
#[derive(Debug)]
pub(crate) struct Status;

impl AnyEnvelope for Status {
    fn open<'a>(&self, reply: Reply<'a>) -> Result<(&'a str, Path), Error> {
        if !reply.is_success() {
            return Object::PLAIN.open(reply);
        }
        let object = reply.text().ok().and_then(|body| RawObject::read(body).ok()).unwrap_or_default();
        match code(&object) {
            Ok(Some(code)) if code != ErrorCode::OK => {
                Err(reply.service_error(Some(code), object.text("message"), None))
            }
            _ => Ok(("null", WHOLE)),
        }
    }
}

/// Nothing: status 200 with an empty body.
#[derive(Debug)]
pub(crate) struct Empty;

impl AnyEnvelope for Empty {
    fn open<'a>(&self, reply: Reply<'a>) -> Result<(&'a str, Path), Error> {
        if reply.is_empty() && reply.response.status() == 200 {
            return Ok(("null", WHOLE));
        }
        let (_, path) = Object::OAUTH.open(reply)?;
        Err(reply.invalid_response(path, ".", InvalidResponseKind::Shape))
    }
}
