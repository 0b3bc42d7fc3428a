//! Steps as JSON.

use std::time::Duration;

use authing_core::host::HostCall;
use authing_core::{Error, HttpSettings};

use crate::convert;
use crate::wx::{RequestOptions, UploadOptions};

pub(super) fn request(options: &RequestOptions) -> String {
    let mut step = String::from(r#"["request",{"dataType":"text","url":"#);
    text(&mut step, &options.url);
    step.push_str(r#","method":"#);
    text(&mut step, &options.method);
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

/// What a person decides takes as long as it takes; all else has a time limit.
pub(super) fn ask(call: HostCall, settings: &HttpSettings) -> String {
    let mut step = String::from("[");
    text(&mut step, convert::name(call));
    match call {
        HostCall::ChooseImage => step.push_str(r#",{"count":1}]"#),
        HostCall::GetUserInfo => step.push_str(",{}]"),
        _ => {
            step.push_str(",{");
            return timed(step, settings.timeout());
        }
    }
    step
}

pub(super) fn wait(time: Duration) -> String {
    format!(r#"["wait",{}]"#, millis(time))
}

pub(super) fn done(json: &str) -> String {
    ["[\"done\",", json, "]"].concat()
}

/// An error: its sentence, and the service's number or a word.
pub fn fail(error: &Error) -> String {
    let (message, code) = match error {
        Error::Service(refusal) => (refusal.message.clone(), "SERVICE"),
        Error::Transport(fault) => match &fault.source {
            Some(source) => (format!("{fault}: {source}"), "TRANSPORT"),
            None => (fault.to_string(), "TRANSPORT"),
        },
        Error::InvalidArgument { .. } => (error.to_string(), "ARGUMENT"),
        Error::NotLoggedIn => (error.to_string(), "NOT_LOGGED_IN"),
        Error::TokenExpired => (error.to_string(), "EXPIRED"),
        Error::InvalidResponse(_) => (error.to_string(), "INVALID_RESPONSE"),
        Error::Declined(_) => (error.to_string(), "DECLINED"),
        Error::TapAgain => (error.to_string(), "TAP_AGAIN"),
        Error::WrongPrincipal { .. } => (error.to_string(), "WRONG_PRINCIPAL"),
        Error::NoRandomness => (error.to_string(), "NO_RANDOMNESS"),
        Error::Store(_) => (error.to_string(), "STORAGE"),
        _ => (error.to_string(), "HOST"),
    };
    let mut step = String::from(r#"["fail",{"message":"#);
    text(&mut step, &message);
    step.push_str(r#","code":"#);
    match error.code() {
        Some(number) => step.push_str(&number.to_string()),
        None => text(&mut step, code),
    }
    step.push_str("}]");
    step
}

/// The end of an object, and of the step.
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
    u32::try_from(time.as_millis()).unwrap_or(u32::MAX).to_string()
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

/// A JSON string.
fn text(step: &mut String, text: &str) {
    // Writing a string to memory cannot fail.
    step.push_str(&serde_json::to_string(text).unwrap_or_default());
}
