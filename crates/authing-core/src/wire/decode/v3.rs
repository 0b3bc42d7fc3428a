//! The envelope of today's REST API.

use super::AnyEnvelope;
use super::reply::{DATA, NotACode, Path, Reply, WHOLE, code_in};
use crate::v3::{MoreNeeded, NextStep};
use crate::wire::raw_object::RawObject;
use crate::{Error, ErrorCode, InvalidResponseKind, Response, ServiceError};

/// The envelope of today's REST API, by what is inside.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum V3 {
    /// The answer in `data`.
    Answer,
    /// No answer.
    Status,
    /// The answer in `data`, or the answer alone.
    OrPlain,
}

impl AnyEnvelope for V3 {
    /// Success is `statusCode` 200 and nothing else: with any HTTP status, a gateway's page and an empty body are errors.
    fn open<'a>(&self, reply: Reply<'a>) -> Result<(&'a str, Path), Error> {
        let body = reply.text()?;
        let object = reply.read(body, WHOLE)?;
        match code_in(&object, "statusCode") {
            Ok(Some(ErrorCode::OK)) => self.data(reply, &object),
            Ok(Some(code)) => Err(reply.v3_error(&object, Some(code))),
            Ok(None) if *self == Self::OrPlain && reply.is_success() => Ok((body, WHOLE)),
            Ok(None) | Err(NotACode) => Err(reply.invalid_response(WHOLE, "statusCode", InvalidResponseKind::Shape)),
        }
    }

    /// `statusCode`; the HTTP status may be 200.
    fn status_code(&self, response: &Response) -> Option<ErrorCode> {
        let body = std::str::from_utf8(response.body()).ok()?;
        code_in(&RawObject::read(body).ok()?, "statusCode").ok()?
    }
}

impl V3 {
    fn data<'a>(&self, reply: Reply<'a>, object: &RawObject<'a>) -> Result<(&'a str, Path), Error> {
        let data = object.json("data");
        let success = data.and_then(|data| RawObject::read(data).ok()).and_then(|data| data.json("success"));
        match (self, success) {
            // The service did not do what the call asks. The error has no code: `statusCode` is 200, the code of success.
            (_, Some("false")) => Err(reply.v3_error(object, None)),
            (Self::Status, None | Some("true")) => Ok(("null", DATA)),
            (Self::Status, Some(_)) => Err(reply.invalid_response(DATA, "success", InvalidResponseKind::Shape)),
            _ => Ok((data.unwrap_or("null"), DATA)),
        }
    }
}

impl Reply<'_> {
    /// An error of the service; or a next step, which has the same form.
    fn v3_error(self, reply: &RawObject<'_>, code: Option<ErrorCode>) -> Error {
        let api_code = code_in(reply, "apiCode").unwrap_or_default();
        let message = reply.text("message").unwrap_or_default();
        let error = ServiceError {
            api_code,
            data: reply.json("data").map(str::to_owned),
            request_id: reply.text("requestId"),
            ..self.service_error_fields(code, message)
        };
        match api_code.and_then(NextStep::of) {
            Some(step) => MoreNeeded { step, response: error }.into(),
            None => error.into(),
        }
    }
}
