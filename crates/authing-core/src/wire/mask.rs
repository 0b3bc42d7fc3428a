//! Masking what was sent: a service may repeat it in an error (`Variable "$phoneCode" got invalid value "…"`).

use std::cmp::Reverse;

use super::Arguments;
use crate::call_context::CallContext;
use crate::operation::AnyOperation;
use crate::{Error, ServiceError};

/// The error, with every secret masked that the service was or may have been sent.
pub(crate) fn mask(mut error: Error, operation: &dyn AnyOperation, context: &CallContext) -> Error {
    if let Some(service) = service_error(&mut error) {
        for secret in &secrets(operation, context) {
            let texts = std::iter::once(&mut service.message).chain(&mut service.oauth_error);
            for text in texts.chain(&mut service.request_id) {
                if text.contains(secret.as_str()) {
                    *text = text.replace(secret.as_str(), "…");
                }
            }
        }
    }
    error
}

fn service_error(error: &mut Error) -> Option<&mut ServiceError> {
    match error {
        Error::Service(service) => Some(service),
        Error::MoreNeeded(more) => Some(&mut more.response),
        _ => None,
    }
}

/// The secrets of a call. Long ones first: a code may be a part of a number.
fn secrets(operation: &dyn AnyOperation, context: &CallContext) -> Vec<String> {
    let mut secrets = Arguments::secrets(|arguments| operation.arguments(arguments));
    secrets.extend(context.secrets());
    secrets.retain(|secret| !secret.is_empty());
    secrets.extend(secrets.iter().filter_map(|secret| quoted(secret)).collect::<Vec<_>>());
    secrets.sort_unstable_by_key(|secret| Reverse(secret.len()));
    secrets
}

/// A text as it stands inside of JSON, if that is another: a service may repeat a request's body as it came.
fn quoted(text: &str) -> Option<String> {
    let json = serde_json::to_string(text).ok()?;
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    (inside != text).then(|| inside.to_owned())
}
