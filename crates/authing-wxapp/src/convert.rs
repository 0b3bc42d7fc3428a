//! The conversion between the core's types and WeChat's, for both halves.

use authing_core::host::HostCall;
use authing_core::{Body, Error, HttpSettings, TransportError, TransportErrorKind, UploadFile};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, RETRY_AFTER};
use http::{HeaderMap, Request, Response, StatusCode};

use crate::wx::{RequestOptions, UploadOptions, WxError, WxResponse};

/// A request of `wx`.
pub(crate) enum WxRequest {
    Request(RequestOptions),
    Upload(UploadOptions),
}

/// Converts the core's request.
pub(crate) fn to_wx_request(request: Request<Body>, settings: &HttpSettings) -> Result<WxRequest, TransportError> {
    let unsupported =
        |what: &'static str| TransportError::new(TransportErrorKind::Unsupported).with_source(WxError::new(what));
    let (parts, body) = request.into_parts();
    let url = parts.uri.to_string();
    let timeout = settings.timeout();
    let data = match body {
        Body::Multipart(upload) => {
            let UploadFile::HostPath(file_path) = upload.file else {
                return Err(unsupported("a mini-program uploads a file by its path, not by its bytes"));
            };
            let (name, form_data) = (upload.file_field.to_owned(), upload.fields);
            return Ok(WxRequest::Upload(UploadOptions { url, file_path, name, form_data, timeout }));
        }
        Body::Empty => None,
        Body::Bytes(bytes) => match String::from_utf8(bytes.into()) {
            Ok(text) => Some(text),
            Err(_) => return Err(unsupported("the mini-program client sends text only")),
        },
    };
    let method = parts.method.as_str().to_owned();
    Ok(WxRequest::Request(RequestOptions { url, method, header: texts(&parts.headers), data, timeout }))
}

/// The headers that the core sets.
const HEADERS: [(HeaderName, &str); 3] =
    [(ACCEPT, "accept"), (CONTENT_TYPE, "content-type"), (AUTHORIZATION, "authorization")];

fn texts(headers: &HeaderMap) -> Vec<(&'static str, String)> {
    let text = |(name, text)| Some((text, headers.get(name)?.to_str().ok()?.to_owned()));
    HEADERS.into_iter().filter_map(text).collect()
}

/// Converts the result of `success`.
pub(crate) fn from_wx_response(
    answer: WxResponse,
    settings: &HttpSettings,
) -> Result<Response<Vec<u8>>, TransportError> {
    if answer.data.len() > settings.body_limit() {
        return Err(TransportError::new(TransportErrorKind::BodyTooLarge));
    }
    let status = StatusCode::from_u16(answer.status).map_err(|_| TransportError::new(TransportErrorKind::Protocol))?;
    let mut response = Response::new(answer.data.into_bytes());
    *response.status_mut() = status;
    if let Some(seconds) = answer.retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

/// Converts the result of a request's `fail`. WeChat distinguishes most causes by words that differ on each platform; the numbers are
/// those of its documentation.
pub(crate) fn transport_error(fail: WxError) -> TransportError {
    let says = |words: &[&str]| words.iter().any(|word| fail.err_msg.contains(word));
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
    if fail.err_msg.contains("://") { TransportError::new(kind) } else { TransportError::new(kind).with_source(fail) }
}

/// Converts the result of another API's `fail`; a denial of the user is [`Error::Declined`].
pub(crate) fn host_error(call: HostCall, fail: WxError) -> Error {
    const DENIAL_WORDS: [&str; 5] = ["cancel", "deny", "denied", "unauthorized", "refuse"];
    // The mini-program's own permission is missing, or the privacy agreement: the user did not deny this call.
    const OTHER_WORDS: [&str; 2] = ["jsapi", "privacy"];
    let says = |words: &[&str]| words.iter().any(|word| fail.err_msg.contains(word));
    if says(&DENIAL_WORDS) && !says(&OTHER_WORDS) {
        return Error::Declined(fail.err_msg);
    }
    Error::Host(format!("wx.{} failed: {}", name(call), fail.err_msg))
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
    Error::Host(format!("wx.{} answered without what was asked for", name(call)))
}
