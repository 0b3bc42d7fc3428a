//! A response while it is read: its text, its errors, and the path of each.

use crate::wire::json::is_json;
use crate::wire::raw_object::{RawObject, integer};
use crate::{Error, ErrorCode, InvalidResponse, InvalidResponseKind, Response, ServiceError};

/// Where in a response the answer is; it is written out for errors alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Path {
    At(&'static str),
    /// This field of `data`.
    Field(&'static str),
}

/// The whole response.
pub(super) const WHOLE: Path = Path::At(".");
pub(super) const DATA: Path = Path::At("data");

/// A `code` that is no code of the service. It is not shown: it may be a phone number.
pub(super) struct NotACode;

/// The `code` of a response, if it has one.
pub(super) fn code(reply: &RawObject<'_>) -> Result<Option<ErrorCode>, NotACode> {
    code_in(reply, "code")
}

/// The code in a field of a response, if it has one.
pub(super) fn code_in(reply: &RawObject<'_>, field: &str) -> Result<Option<ErrorCode>, NotACode> {
    match reply.json(field) {
        None => Ok(None),
        Some(json) => integer(json).and_then(ErrorCode::new).map(Some).ok_or(NotACode),
    }
}

/// A response while it is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reply<'a> {
    pub(super) response: &'a Response,
}

impl<'a> Reply<'a> {
    pub(super) fn is_success(self) -> bool {
        self.response.is_success()
    }

    pub(super) fn is_empty(self) -> bool {
        self.response.body().trim_ascii().is_empty()
    }

    /// The body as text; a byte order mark is not part of it.
    pub(super) fn text(self) -> Result<&'a str, Error> {
        let body = self.response.body();
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        if body.trim_ascii().is_empty() {
            return Err(self.invalid_response(WHOLE, ".", InvalidResponseKind::EmptyBody));
        }
        std::str::from_utf8(body).map_err(|_| self.invalid_response(WHOLE, ".", InvalidResponseKind::NotJson))
    }

    /// The body as JSON. A gateway's sentence, `Forbidden` with a 4xx status, which is neither JSON nor a page, is a service error.
    pub(super) fn json_text(self) -> Result<&'a str, Error> {
        let body = self.text()?;
        let sentence = body.trim();
        if self.response.is_client_error() && !sentence.starts_with(['<', '{', '[', '"']) && !is_json(sentence) {
            return Err(self.service_error(None, Some(sentence.to_owned()), None));
        }
        Ok(body)
    }

    pub(super) fn read(self, json: &'a str, path: Path) -> Result<RawObject<'a>, Error> {
        RawObject::read(json).map_err(|kind| self.invalid_response(path, ".", kind))
    }

    pub(super) fn service_error(self, code: Option<ErrorCode>, message: Option<String>, data: Option<&str>) -> Error {
        let message = message.unwrap_or_default();
        ServiceError { data: data.map(str::to_owned), ..self.service_error_fields(code, message) }.into()
    }

    pub(super) fn service_error_fields(self, code: Option<ErrorCode>, message: String) -> ServiceError {
        let retry_after = self.response.retry_after();
        let status = self.response.status();
        ServiceError { retry_after, ..ServiceError::new(code, message, status) }
    }

    /// The error of a response that is invalid at `inner` below this path; `.` is the path itself.
    pub(super) fn invalid_response(self, path: Path, inner: &str, kind: InvalidResponseKind) -> Error {
        let retry_after = self.response.retry_after();
        InvalidResponse { retry_after, ..InvalidResponse::new(self.response.status(), path.join(inner), kind) }.into()
    }
}

impl Path {
    /// `data` below this path, of an envelope or of one in another.
    pub(super) fn data(self) -> Self {
        match self {
            WHOLE => DATA,
            _ => Self::At("data.data"),
        }
    }

    /// A path below this path; `.` is the whole.
    pub(super) fn join(self, inner: &str) -> String {
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
