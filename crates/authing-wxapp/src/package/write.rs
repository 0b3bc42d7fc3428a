//! Steps as JSON.

use std::time::Duration;

use authing_core::host::HostCall;
use authing_core::wire::{digits, push_text as text};
use authing_core::{Error, HttpSettings, TransportErrorKind};

use crate::convert;
use crate::wx::{RequestOptions, UploadOptions};

pub(super) fn request(options: &RequestOptions) -> String {
    let mut step = String::from(r#"["request",{"dataType":"text","url":"#);
    text(&mut step, &options.url);
    step.push_str(r#","method":"#);
    text(&mut step, options.method);
    step.push_str(r#","header":"#);
    texts(&mut step, &options.header);
    if let Some(data) = &options.data {
        step.push_str(r#","data":"#);
        text(&mut step, data);
    }
    timed(step, options.timeout)
}

pub(super) fn upload(options: &UploadOptions) -> String {
    let mut step = String::from(r#"["uploadFile",{"url":"#);
    text(&mut step, &options.url);
    step.push_str(r#","filePath":"#);
    text(&mut step, &options.file_path);
    step.push_str(r#","name":"#);
    text(&mut step, &options.name);
    step.push_str(r#","formData":"#);
    texts(&mut step, &options.form_data);
    timed(step, options.timeout)
}

/// The user may need time to choose an image: JavaScript has a longer limit for it. Other calls have the limit of the configuration.
pub(super) fn ask(call: HostCall, settings: &HttpSettings) -> String {
    let mut step = String::from("[");
    text(&mut step, convert::name(call));
    if call == HostCall::ChooseImage {
        step.push_str(r#",{"count":1}]"#);
        return step;
    }
    step.push_str(",{");
    timed(step, settings.timeout())
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
    let mut step = String::from(r#"["fail",{"message":"#);
    text(&mut step, &detail(error));
    step.push_str(r#","code":"#);
    match error.code() {
        Some(number) => step.push_str(&digits(number.0)),
        None => text(&mut step, word(error)),
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
        Error::Transport(error) => error.source.as_ref().map(ToString::to_string).unwrap_or_default(),
        Error::InvalidArgument(error) => error.reason.clone(),
        Error::Declined(error) => error.reason.clone(),
        Error::Host(error) => error.message.clone(),
        Error::Store(error) => error.error.to_string(),
        Error::LogoutFailed(both) => [&detail(&both.error), "; ", &detail(&both.store)].concat(),
        Error::WrongPrincipal(error) => error.operation.to_owned(),
        Error::TimedOut(deadline) => deadline.to_string(),
        Error::Driver(error) => error.to_string(),
        _ => String::new(),
    }
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

fn field(step: &mut String, name: &str, value: &str) {
    step.push_str(",\"");
    step.push_str(name);
    step.push_str("\":");
    text(step, value);
}

fn status(step: &mut String, status: u16) {
    step.push_str(r#","status":"#);
    step.push_str(&digits(status.into()));
}

/// Writes the timeout and the end of the step.
fn timed(mut step: String, timeout: Duration) -> String {
    if !step.ends_with('{') {
        step.push(',');
    }
    step.push_str(r#""timeout":"#);
    step.push_str(&millis(timeout));
    step.push_str("}]");
    step
}

fn millis(time: Duration) -> String {
    digits(u32::try_from(time.as_millis()).unwrap_or(u32::MAX).into())
}

fn texts(step: &mut String, entries: &[(impl AsRef<str>, String)]) {
    step.push('{');
    for (at, (name, value)) in entries.iter().enumerate() {
        if at > 0 {
            step.push(',');
        }
        text(step, name.as_ref());
        step.push(':');
        text(step, value);
    }
    step.push('}');
}
