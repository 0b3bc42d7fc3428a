//! Between the core's terms and WeChat's: once, for both halves.

use authing_core::host::HostCall;
use authing_core::{Body, Config, Error, Fault, FaultKind, File};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, RETRY_AFTER};
use http::{HeaderMap, Request, Response, StatusCode};

use crate::wx::{RequestOptions, UploadOptions, WxFail, WxResponse};

/// How a request is sent.
pub(crate) enum Sending {
    Request(RequestOptions),
    Upload(UploadOptions),
}

/// The core's request, as `wx` takes it.
pub(crate) fn sending(request: Request<Body>, config: &Config) -> Result<Sending, Fault> {
    let unsupported = |what: &'static str| Fault::with_source(FaultKind::Unsupported, WxFail::new(what));
    let (parts, body) = request.into_parts();
    let url = parts.uri.to_string();
    let timeout = config.timeout();
    let data = match body {
        Body::Upload(upload) => {
            let File::HostPath(file_path) = upload.file else {
                return Err(unsupported("a mini-program uploads a file by its path, not by its bytes"));
            };
            let (name, form_data) = (upload.name.to_owned(), upload.fields);
            return Ok(Sending::Upload(UploadOptions { url, file_path, name, form_data, timeout }));
        }
        Body::Empty => None,
        Body::Bytes(bytes) => match String::from_utf8(bytes.into()) {
            Ok(text) => Some(text),
            Err(_) => return Err(unsupported("the mini-program client sends text only")),
        },
    };
    let method = parts.method.as_str().to_owned();
    Ok(Sending::Request(RequestOptions { url, method, header: texts(&parts.headers), data, timeout }))
}

/// The headers that the core sets.
const HEADERS: [(HeaderName, &str); 3] =
    [(ACCEPT, "accept"), (CONTENT_TYPE, "content-type"), (AUTHORIZATION, "authorization")];

fn texts(headers: &HeaderMap) -> Vec<(&'static str, String)> {
    let text = |(name, text)| Some((text, headers.get(name)?.to_str().ok()?.to_owned()));
    HEADERS.into_iter().filter_map(text).collect()
}

/// What `success` gave, as the core's response.
pub(crate) fn response(answer: WxResponse, config: &Config) -> Result<Response<Vec<u8>>, Fault> {
    if answer.data.len() > config.body_limit() {
        return Err(Fault::new(FaultKind::TooLarge));
    }
    let status = StatusCode::from_u16(answer.status).map_err(|_| Fault::new(FaultKind::Protocol))?;
    let mut response = Response::new(answer.data.into_bytes());
    *response.status_mut() = status;
    if let Some(seconds) = answer.retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

/// What `fail` of a request gave, as the core's fault. WeChat tells causes apart in words only, different on each platform;
/// its numbers are those of its documentation.
pub(crate) fn fault(fail: WxFail) -> Fault {
    let says = |words: &[&str]| words.iter().any(|word| fail.err_msg.contains(word));
    let kind = match fail.errno {
        Some(5) => FaultKind::Timeout,
        Some(600_003) => FaultKind::Interrupted,
        Some(600_002 | 600_009) => FaultKind::Other,
        _ if says(&["timeout", "timed out", "time out"]) => FaultKind::Timeout,
        _ if says(&["domain list", "invalid url", "file not found"]) => FaultKind::Other,
        _ if says(&["abort", "reset", "interrupted", "closed", "cut off"]) => FaultKind::Interrupted,
        _ => FaultKind::Connect,
    };
    // An address may hold a phone number.
    if fail.err_msg.contains("://") { Fault::new(kind) } else { Fault::with_source(kind, fail) }
}

/// What `fail` of an ability gave: the person's "no" is an error of its own kind.
pub(crate) fn host_error(call: HostCall, fail: WxFail) -> Error {
    const NO: [&str; 5] = ["cancel", "deny", "denied", "unauthorized", "refuse"];
    // The mini-program's own permission is missing, or the privacy agreement: nobody has said no to this call.
    const NOT_THE_USER: [&str; 2] = ["jsapi", "privacy"];
    let says = |words: &[&str]| words.iter().any(|word| fail.err_msg.contains(word));
    if says(&NO) && !says(&NOT_THE_USER) {
        return Error::Declined(fail.err_msg);
    }
    Error::Host(format!("wx.{} failed: {}", name(call), fail.err_msg))
}

/// The ability that answers a call.
pub(crate) fn name(call: HostCall) -> &'static str {
    match call {
        HostCall::Login => "login",
        HostCall::CheckSession => "checkSession",
        HostCall::UserInfoAllowed => "getSetting",
        HostCall::UserInfo => "getUserInfo",
        HostCall::ChooseImage => "chooseImage",
        _ => "unknown",
    }
}

/// The error of an ability whose answer lacks what it is for.
pub(crate) fn incomplete(call: HostCall) -> Error {
    Error::Host(format!("wx.{} answered without what was asked for", name(call)))
}
