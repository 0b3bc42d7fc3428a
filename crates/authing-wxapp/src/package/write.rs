//! Steps as JSON.

use std::time::Duration;

use authing_core::host::HostCall;
use authing_core::wire::{digits, push_text as text};
use authing_core::{Error, HttpSettings, Request, TransportError, TransportErrorKind};

use crate::convert::{self, WxBody};
use crate::wx::WxError;

/// Sends a request. The last member is the largest response that the call takes, in bytes: JavaScript does not copy a larger one.
pub(super) fn send(request: &Request, settings: &HttpSettings) -> Result<String, TransportError> {
    let mut step = String::from("[");
    match convert::to_wx_body(request)? {
        WxBody::Request(data) => {
            step.push_str(r#""request",{"dataType":"text""#);
            field(&mut step, "method", request.method().as_str());
            fields(&mut step, "header", convert::headers(request));
            if let Some(data) = data {
                field(&mut step, "data", data);
            }
        }
        WxBody::Upload { file_path, form } => {
            step.push_str(r#""uploadFile",{"#);
            field(&mut step, "filePath", file_path);
            field(&mut step, "name", form.file_field);
            fields(&mut step, "formData", form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        }
    }
    field(&mut step, "url", request.url());
    let step = timed(step, settings.timeout());
    let limit = u32::try_from(settings.body_limit()).unwrap_or(u32::MAX);
    Ok([&step, ",", &digits(limit.into()), "]"].concat())
}

/// Calls a function of `wx`, with the configuration's timeout. Choosing an image has none here, because the user needs time: JavaScript has a
/// longer limit for it.
pub(super) fn call_host(call: HostCall, settings: &HttpSettings) -> String {
    let mut step = String::from("[");
    text(&mut step, convert::name(call));
    if call == HostCall::ChooseImage {
        step.push_str(r#",{"count":1}]"#);
        return step;
    }
    step.push_str(",{");
    timed(step, settings.timeout()) + "]"
}

pub(super) fn wait(time: Duration) -> String {
    ["[\"wait\",", &millis(time), "]"].concat()
}

pub(crate) fn done(json: &str) -> String {
    ["[\"done\",", json, "]"].concat()
}

/// An error: a detail of it, which may be empty, the service's number or a word, and what JavaScript needs to choose the sentence
/// that it shows to users: `kind` (of a transport error), `status` (HTTP), `path` (in the response), `argument` (its name).
pub fn fail(error: &Error) -> String {
    let mut step = String::from(r#"["fail",{"#);
    field(&mut step, "message", &detail(error));
    match error.code() {
        Some(number) => {
            start_field(&mut step, "code");
            step.push_str(&digits(number.0));
        }
        None => field(&mut step, "code", word(error)),
    }
    match error {
        Error::Transport(error) => field(&mut step, "kind", kind(error.kind)),
        Error::InvalidArgument(error) => field(&mut step, "argument", error.name),
        Error::Service(error) => status(&mut step, error.status),
        Error::InvalidResponse(error) => {
            status(&mut step, error.status);
            field(&mut step, "path", &error.path);
        }
        _ => {}
    }
    step.push_str("}]");
    step
}

/// What is known of an error beside its code: the service's own sentence, what is wrong with an argument, the words of `wx`. The
/// sentences for the codes are JavaScript's.
fn detail(error: &Error) -> String {
    match error {
        Error::Service(error) => error.message.clone(),
        Error::Transport(error) => error.source.as_deref().map(words).unwrap_or_default(),
        Error::InvalidArgument(error) => error.reason.clone(),
        Error::Declined(error) => error.reason.clone(),
        Error::Host(error) => error.message.clone(),
        Error::Store(error) => words(&*error.error),
        Error::LogoutFailed(both) => [&detail(&both.error), "; ", &detail(&both.store)].concat(),
        Error::WrongPrincipal(error) => error.operation.to_owned(),
        Error::TimedOut(deadline) => deadline.as_str().to_owned(),
        Error::Driver(error) => error.as_str().to_owned(),
        _ => String::new(),
    }
}

/// The words of `wx`, whose errors are the only ones of the package's transport and storage. They are not formatted as other errors
/// are: the package has no use for the standard library's formatting.
fn words(error: &(dyn std::error::Error + Send + Sync + 'static)) -> String {
    error.downcast_ref::<WxError>().map(|error| error.err_msg.clone()).unwrap_or_default()
}

/// The code of an error without a code of the service.
fn word(error: &Error) -> &'static str {
    match error {
        Error::Service(_) => "SERVICE",
        Error::Transport(_) => "TRANSPORT",
        Error::InvalidResponse(_) => "INVALID_RESPONSE",
        Error::InvalidArgument(_) => "ARGUMENT",
        Error::NotLoggedIn => "NOT_LOGGED_IN",
        Error::TokenExpired => "EXPIRED",
        Error::Declined(_) => "DECLINED",
        Error::TapAgain => "TAP_AGAIN",
        Error::NoRandomness => "NO_RANDOMNESS",
        Error::MissingSecret => "MISSING_SECRET",
        Error::WrongPrincipal(_) => "WRONG_PRINCIPAL",
        // Of the two failures of a logout, this is the one that lasts: the token is still in storage.
        Error::Store(_) | Error::LogoutFailed(_) => "STORAGE",
        Error::Host(_) => "HOST",
        Error::TimedOut(_) => "TIMED_OUT",
        // The module itself is at fault, as after a trap.
        _ => "WASM",
    }
}

fn kind(kind: TransportErrorKind) -> &'static str {
    match kind {
        TransportErrorKind::Connect => "CONNECT",
        TransportErrorKind::Timeout => "TIMEOUT",
        TransportErrorKind::ConnectionLost => "CONNECTION_LOST",
        TransportErrorKind::BodyTooLarge => "BODY_TOO_LARGE",
        TransportErrorKind::Protocol => "PROTOCOL",
        TransportErrorKind::Unsupported => "UNSUPPORTED",
        _ => "OTHER",
    }
}

/// Writes a field of an object, whose end is the end of the step.
fn field(step: &mut String, name: &str, value: &str) {
    start_field(step, name);
    text(step, value);
}

/// Writes a field that is an object of texts.
fn fields<'n, 'v>(step: &mut String, name: &str, entries: impl Iterator<Item = (&'n str, &'v str)>) {
    start_field(step, name);
    step.push('{');
    for (name, value) in entries {
        field(step, name, value);
    }
    step.push('}');
}

fn start_field(step: &mut String, name: &str) {
    if !step.ends_with('{') {
        step.push(',');
    }
    text(step, name);
    step.push(':');
}

fn status(step: &mut String, status: u16) {
    start_field(step, "status");
    step.push_str(&digits(status.into()));
}

/// Writes the timeout and the end of the options.
fn timed(mut step: String, timeout: Duration) -> String {
    start_field(&mut step, "timeout");
    step.push_str(&millis(timeout));
    step.push('}');
    step
}

fn millis(time: Duration) -> String {
    digits(u32::try_from(time.as_millis()).unwrap_or(u32::MAX).into())
}
