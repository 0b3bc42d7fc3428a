//! The reasons why no complete response arrived.

use std::error::Error as StdError;
use std::sync::Arc;

use super::Prefix;

/// The reason why no complete response arrived.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}{kind}", Prefix(*operation))]
#[non_exhaustive]
pub struct TransportError {
    /// The operation that failed, such as `login`. The clients set it, not the transport.
    pub operation: Option<&'static str>,
    /// The kind of the error. All transports give the same kind for the same cause.
    pub kind: TransportErrorKind,
    /// The transport's own error, for logs. Transports strip URLs from it, because a path may hold a phone number.
    #[source]
    pub source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl TransportError {
    /// An error without a source.
    pub const fn new(kind: TransportErrorKind) -> Self {
        Self { operation: None, kind, source: None }
    }

    /// The transport's own error, for logs.
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }
}

/// The kinds of transport errors, the same on all transports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: the name does not resolve, no server listens, or TLS fails.
    #[error("no connection to the service")]
    Connect,
    /// The connection or the whole request timed out.
    #[error("the service did not respond in time")]
    Timeout,
    /// The connection was lost before the response was complete.
    #[error("the connection was lost before the response was complete")]
    ConnectionLost,
    /// The response is not HTTP.
    #[error("the response is not HTTP")]
    Protocol,
    /// The response is longer than [`Config::with_body_limit`](crate::Config::with_body_limit) allows.
    #[error("the response is longer than the configured limit")]
    BodyTooLarge,
    /// This transport does not support the request, such as an upload of a mini-program's file.
    #[error("this transport cannot do that")]
    Unsupported,
    /// Another error.
    #[error("the transport failed")]
    Other,
}

impl TransportErrorKind {
    /// Whether the same request may succeed later.
    pub const fn is_transient(self) -> bool {
        matches!(self, Self::Connect | Self::Timeout | Self::ConnectionLost)
    }
}
