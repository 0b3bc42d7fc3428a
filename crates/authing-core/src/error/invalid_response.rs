//! A response that does not follow the protocol.

use std::time::Duration;

use super::Prefix;

/// A response that does not follow the protocol: the place of the problem, without the content.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}invalid response (HTTP {status}) at `{path}`: {kind}", Prefix(*operation))]
#[non_exhaustive]
pub struct InvalidResponse {
    /// The operation that failed, such as `login`.
    pub operation: Option<&'static str>,
    /// The HTTP status.
    pub status: u16,
    /// The JSON path of the problem; `.` is the whole body.
    pub path: String,
    /// The kind of the problem.
    pub kind: InvalidResponseKind,
    /// The time to wait before the next attempt, from `Retry-After`.
    pub retry_after: Option<Duration>,
}

impl InvalidResponse {
    /// A response with this status that is wrong at a JSON path; `.` is the whole body.
    pub fn new(status: u16, path: impl Into<String>, kind: InvalidResponseKind) -> Self {
        Self { operation: None, status, path: path.into(), kind, retry_after: None }
    }
}

/// The kinds of invalid responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidResponseKind {
    /// The body is empty.
    #[error("the body is empty")]
    EmptyBody,
    /// The body is not JSON: an HTML page, a truncated text, bytes that are not UTF-8.
    #[error("it is not JSON")]
    NotJson,
    /// The status is a redirect (3xx). Redirects are not followed: they would carry a token to another host.
    #[error("it is a redirect: check the configured URL")]
    Redirect,
    /// A field is missing or of another type.
    #[error("a field is missing or has another type")]
    Shape,
}
