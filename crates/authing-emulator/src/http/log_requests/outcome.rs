//! The outcome of a response, for the log.

use crate::outcome::Outcome;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::header;
use axum::response::Response;

/// A JSON response longer than this, in bytes, is passed on unread: only lists and files are so long.
const LONGEST: usize = 64 * 1024;

/// The response as it was, and its operation and code.
pub(super) async fn of(mut response: Response) -> (Response, Outcome) {
    if let Some(known) = response.extensions_mut().remove() {
        return (response, known);
    }
    if !is_short_json(&response) {
        return (response, Outcome::default());
    }
    let (parts, body) = response.into_parts();
    // It lies in memory already, so this neither waits nor fails.
    let bytes = to_bytes(body, LONGEST).await.unwrap_or_else(|_| Bytes::new());
    let outcome = serde_json::from_slice(&bytes).map(|answer| Outcome::of(&answer)).unwrap_or_default();
    (Response::from_parts(parts, Body::from(bytes)), outcome)
}

fn is_short_json(response: &Response) -> bool {
    use axum::body::HttpBody as _;
    let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let length = response.body().size_hint().exact();
    content_type.is_some_and(|content_type| content_type.starts_with("application/json"))
        && length.is_some_and(|length| length <= LONGEST as u64)
}
