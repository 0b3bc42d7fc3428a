//! The response that a transport has received.

use std::fmt;
use std::time::Duration;

use crate::number::natural_number;

/// A response, of any status. With the feature `http`, an `http::Response<Vec<u8>>` is converted by `into()`.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    status: u16,
    retry_after: Option<Duration>,
    body: Vec<u8>,
}

impl Response {
    /// A response with this status code and this body.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, retry_after: None, body: body.into() }
    }

    /// Sets the value of the header `retry-after`, the only header that is read: a number of seconds (RFC 9110, section 10.2.3). Its
    /// other form, a date, would need a clock and is ignored, as is any other value.
    pub fn with_retry_after(mut self, value: Option<impl AsRef<[u8]>>) -> Self {
        self.retry_after = value.and_then(|value| seconds(value.as_ref()));
        self
    }

    /// Sets how long the service asks to wait, for a transport that has read the header.
    pub fn with_wait(mut self, wait: Option<Duration>) -> Self {
        self.retry_after = wait;
        self
    }

    /// The status code.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// How long the service asks to wait before the next request.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// The body.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Whether the status is 2xx.
    pub(crate) fn is_success(&self) -> bool {
        matches!(self.status, 200..=299)
    }

    /// Whether the status is 3xx.
    pub(crate) fn is_redirection(&self) -> bool {
        matches!(self.status, 300..=399)
    }

    /// Whether the status is 4xx.
    pub(crate) fn is_client_error(&self) -> bool {
        matches!(self.status, 400..=499)
    }
}

fn seconds(value: &[u8]) -> Option<Duration> {
    natural_number(std::str::from_utf8(value).ok()?.trim()).map(Duration::from_secs)
}

impl fmt::Debug for Response {
    /// The status and the length alone: the body may hold anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Response(HTTP {}, {} bytes)", self.status, self.body.len())
    }
}
