//! The envelopes of REST: the service's `code`, OAuth 2.0's `error`, and none.

use super::reply::{NotACode, Path, Reply, WHOLE, code};
use crate::wire::Envelope;
use crate::wire::json::is_json;
use crate::wire::raw_object::RawObject;
use crate::{Error, ErrorCode, InvalidResponseKind, ServiceError};

impl<'a> Reply<'a> {
    /// The JSON inside the REST envelope at `path`.
    pub(super) fn rest(self, body: &'a str, path: Path, envelope: Envelope) -> Result<(&'a str, Path), Error> {
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

    /// Any 2xx response is a sign that the service runs, but an error.
    pub(super) fn health_check(self) -> Result<(&'a str, Path), Error> {
        let reply = self.text().ok().and_then(|body| RawObject::read(body).ok());
        match reply.as_ref().map(|reply| (code(reply), reply)) {
            Some((Ok(Some(code)), reply)) if code != ErrorCode::OK => {
                Err(self.service_error(Some(code), reply.text("message"), None))
            }
            _ => Ok(("null", WHOLE)),
        }
    }

    /// The sentence of an error that is neither JSON nor a page: a gateway's `Forbidden`, with a 4xx status.
    pub(super) fn plain_text(self) -> Option<&'a str> {
        let body = self.text().ok().filter(|_| self.response.is_client_error())?.trim();
        let is_other = body.starts_with(['<', '{', '[', '"']) || is_json(body);
        (!is_other).then_some(body)
    }
}
