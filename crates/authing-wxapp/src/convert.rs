//! The conversion between the core's types and WeChat's, for both halves.

use authing_core::host::HostCall;
use authing_core::wire::{contains, digits};
use authing_core::{
    Body, Error, HttpSettings, MultipartForm, Request, Response, TransportError, TransportErrorKind, UploadFile,
};

use crate::wx::{WxError, WxResponse};

/// What is sent: with `wx.request`, or with `wx.uploadFile`.
pub(crate) enum WxBody<'r> {
    Request(Option<&'r str>),
    Upload { file_path: &'r str, form: &'r MultipartForm },
}

/// Converts the body of the core's request.
pub(crate) fn to_wx_body(request: &Request) -> Result<WxBody<'_>, TransportError> {
    let unsupported =
        |what: &'static str| TransportError::new(TransportErrorKind::Unsupported).with_source(WxError::new(what));
    match request.body() {
        Body::Empty => Ok(WxBody::Request(None)),
        Body::Bytes(bytes) => match str::from_utf8(bytes) {
            Ok(text) => Ok(WxBody::Request(Some(text))),
            Err(_) => Err(unsupported("the mini-program client sends text only")),
        },
        Body::Multipart(form) => match &form.file {
            UploadFile::HostPath(file_path) => Ok(WxBody::Upload { file_path, form }),
            UploadFile::Bytes { .. } => Err(unsupported("a mini-program uploads a file by its path, not by its bytes")),
        },
    }
}

/// The headers that a pool's requests have. The host sets the others itself.
const HEADERS: &[&str] = &["accept", "content-type", "authorization"];

/// The headers of a request that are passed on.
pub(crate) fn headers(request: &Request) -> impl Iterator<Item = (&'static str, &str)> {
    HEADERS.iter().filter_map(|name| Some((*name, request.header(name)?)))
}

/// Converts the result of `success`.
pub(crate) fn from_wx_response(answer: WxResponse, settings: &HttpSettings) -> Result<Response, TransportError> {
    if answer.data.len() > settings.body_limit() {
        return Err(TransportError::new(TransportErrorKind::BodyTooLarge));
    }
    if !(100..1000).contains(&answer.status) {
        return Err(TransportError::new(TransportErrorKind::Protocol));
    }
    let retry_after = answer.retry_after.map(|seconds| digits(seconds.into()));
    Ok(Response::new(answer.status, answer.data).with_retry_after(retry_after))
}

/// Converts the result of a request's `fail`. WeChat distinguishes most causes by words that differ on each platform; the numbers are
/// those of its documentation.
pub(crate) fn transport_error(fail: WxError) -> TransportError {
    let says = |words: &[&str]| words.iter().any(|word| contains(&fail.err_msg, word));
    let kind = match fail.errno {
        Some(5) => TransportErrorKind::Timeout,
        Some(600_003) => TransportErrorKind::ConnectionLost,
        Some(600_002 | 600_009) => TransportErrorKind::Other,
        _ if says(&["timeout", "timed out", "time out"]) => TransportErrorKind::Timeout,
        _ if says(&["domain list", "invalid url", "file not found"]) => TransportErrorKind::Other,
        _ if says(&["abort", "reset", "interrupted", "closed", "cut off"]) => TransportErrorKind::ConnectionLost,
        _ => TransportErrorKind::Connect,
    };
    // A URL may hold a phone number.
    if contains(&fail.err_msg, "://") { TransportError::new(kind) } else { TransportError::new(kind).with_source(fail) }
}

/// Converts the result of another API's `fail`; a denial of the user is [`Error::Declined`].
pub(crate) fn host_error(call: HostCall, fail: WxError) -> Error {
    const DENIAL_WORDS: [&str; 5] = ["cancel", "deny", "denied", "unauthorized", "refuse"];
    // The mini-program's own permission is missing, or the privacy agreement: the user did not deny this call.
    const OTHER_WORDS: [&str; 2] = ["jsapi", "privacy"];
    let says = |words: &[&str]| words.iter().any(|word| contains(&fail.err_msg, word));
    if says(&DENIAL_WORDS) && !says(&OTHER_WORDS) {
        return Error::declined(fail.err_msg);
    }
    Error::host(["wx.", name(call), " failed: ", &fail.err_msg].concat())
}

/// The name of the `wx` API for a call.
pub(crate) fn name(call: HostCall) -> &'static str {
    match call {
        HostCall::Login => "login",
        HostCall::CheckSession => "checkSession",
        HostCall::GetSetting => "getSetting",
        HostCall::GetUserInfo => "getUserInfo",
        HostCall::ChooseImage => "chooseImage",
        _ => "unknown",
    }
}

/// The error of a `wx` API whose result lacks the expected field.
pub(crate) fn missing_result(call: HostCall) -> Error {
    Error::host(["wx.", name(call), " answered without what was asked for"].concat())
}
