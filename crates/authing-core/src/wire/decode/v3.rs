//! The envelope of today's REST API.

use super::reply::{DATA, NotACode, Path, Reply, WHOLE, code_in};
use crate::v3::{MoreNeeded, NextStep};
use crate::wire::Envelope;
use crate::wire::raw_object::RawObject;
use crate::{Error, ErrorCode, InvalidResponseKind, Response, ServiceError};

/// `statusCode` of a response, if it is one of today's REST API.
pub(crate) fn v3_status_code(response: &Response) -> Option<i64> {
    let body = std::str::from_utf8(response.body()).ok()?;
    Some(code_in(&RawObject::read(body).ok()?, "statusCode").ok()??.0)
}

impl<'a> Reply<'a> {
    /// The answer's JSON and the path at which it stands. Success is `statusCode` 200 and nothing else: with any HTTP status,
    /// a gateway's page and an empty body are errors.
    pub(super) fn v3(self, envelope: Envelope) -> Result<(&'a str, Path), Error> {
        let body = self.text()?;
        let reply = self.read(body, WHOLE)?;
        match code_in(&reply, "statusCode") {
            Ok(Some(ErrorCode::OK)) => self.v3_data(&reply, envelope),
            Ok(Some(code)) => Err(self.v3_error(&reply, code)),
            Ok(None) if envelope == Envelope::V3OrPlain && self.is_success() => Ok((body, WHOLE)),
            Ok(None) | Err(NotACode) => Err(self.invalid_response("statusCode", InvalidResponseKind::Shape)),
        }
    }

    fn v3_data(self, reply: &RawObject<'a>, envelope: Envelope) -> Result<(&'a str, Path), Error> {
        let data = reply.json("data");
        let success = data.and_then(|data| RawObject::read(data).ok()).and_then(|data| data.json("success"));
        match (envelope, success) {
            (Envelope::V3Status, None | Some("true")) => Ok(("null", DATA)),
            (Envelope::V3Status, Some(_)) | (_, Some("false")) => {
                Err(self.invalid_response("data.success", InvalidResponseKind::Shape))
            }
            _ => Ok((data.unwrap_or("null"), DATA)),
        }
    }

    /// A refusal; or a next step, which the service tells in the same way.
    fn v3_error(self, reply: &RawObject<'a>, code: ErrorCode) -> Error {
        let api_code = code_in(reply, "apiCode").unwrap_or_default();
        let message = reply.text("message").unwrap_or_default();
        let error = ServiceError {
            api_code,
            data: reply.json("data").map(str::to_owned),
            request_id: reply.text("requestId"),
            ..self.service_error_fields(Some(code), message)
        };
        match api_code.and_then(NextStep::of) {
            Some(step) => MoreNeeded { step, response: error }.into(),
            None => error.into(),
        }
    }
}
