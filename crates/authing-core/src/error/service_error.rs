//! An error that the service returned.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::Prefix;
use crate::ErrorCode;

/// An error that the service returned.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ServiceError {
    /// The operation that failed, such as `login`.
    pub operation: Option<&'static str>,
    /// The error code. Errors of a gateway or of GraphQL's validation have none.
    pub code: Option<ErrorCode>,
    /// The `apiCode` of today's REST API, if the error has a meaning of its own. `code` is then the `statusCode`.
    pub api_code: Option<ErrorCode>,
    /// The sentence of the service, in its language, with the request's secrets masked. Empty if it sent none: see
    /// [`sentence`](Self::sentence).
    pub message: String,
    /// The `error` of OAuth 2.0 (RFC 6749, section 5.2), such as `invalid_grant`.
    pub oauth_error: Option<String>,
    /// The `data` of the error, as JSON; [`deserialize_data`](Self::deserialize_data) reads it. `Debug` hides it, because it may be
    /// personal.
    pub data: Option<String>,
    /// The service's name for the request (`requestId`), which its support asks for.
    pub request_id: Option<String>,
    /// The HTTP status of the response.
    pub status: u16,
    /// The time to wait before the next attempt, from `Retry-After`.
    pub retry_after: Option<Duration>,
}

impl ServiceError {
    /// An error of the service, with a code or without, its sentence, and the HTTP status.
    pub fn new(code: Option<ErrorCode>, message: impl Into<String>, status: u16) -> Self {
        Self {
            operation: None,
            code,
            api_code: None,
            message: message.into(),
            oauth_error: None,
            data: None,
            request_id: None,
            status,
            retry_after: None,
        }
    }

    /// The sentence of the service; if it sent none, the one that its documentation has for the code.
    pub fn sentence(&self) -> &str {
        if !self.message.is_empty() {
            return &self.message;
        }
        self.api_code.or(self.code).and_then(ErrorCode::service_message).unwrap_or("no reason was given")
    }

    /// Deserializes `data` as `T`. Returns `None` if there is no `data` or if it does not fit `T`.
    ///
    /// ```
    /// # fn example(error: &authing_core::ServiceError) {
    /// let data: Option<serde_json::Value> = error.deserialize_data();
    /// # }
    /// ```
    pub fn deserialize_data<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.data.as_ref()?).ok()
    }
}

impl StdError for ServiceError {}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Prefix(self.operation).fmt(f)?;
        match (self.api_code.or(self.code), &self.oauth_error) {
            (Some(code), _) => write!(f, "the service returned error {code}: {}", self.sentence()),
            (None, Some(error)) => write!(f, "the service returned error {error}: {}", self.sentence()),
            (None, None) => write!(f, "the service returned an error (HTTP {}): {}", self.status, self.sentence()),
        }
    }
}

impl fmt::Debug for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, code, api_code, message, oauth_error, data, request_id, status, retry_after } = self;
        f.debug_struct("ServiceError")
            .field("operation", operation)
            .field("code", code)
            .field("api_code", api_code)
            .field("message", message)
            .field("oauth", oauth_error)
            .field("data", &data.as_ref().map(|_| "…"))
            .field("request_id", request_id)
            .field("status", status)
            .field("retry_after", retry_after)
            .finish()
    }
}
