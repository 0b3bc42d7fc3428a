//! The errors of all crates of the SDK.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde::de::DeserializeOwned;

use crate::application::AuthenticationError;
use crate::v3::{MoreNeeded, NextStep};
use crate::{Authorization, ErrorCode};

/// The error of a call.
///
/// In tiers: an argument is wrong, no response arrived, the response is invalid, the service returned an error, the user declined.
/// No variant holds a part of the request. Of the response, a [`ServiceError`] alone holds a part: the message, and `data`, which
/// `Debug` hides. An error can therefore be logged. In the message, the secrets of the request are masked (passwords, tokens, phone numbers,
/// codes), and control characters are escaped. Email addresses, usernames and ids are not masked.
///
/// The text of an error names the operation, then what went wrong, each once; [`source`](std::error::Error::source) is the
/// error of the transport. [`ErrorCode::message`] is a sentence to show to a user; for today's service there are
/// [`ErrorCode::v3_message`] and [`AuthenticationError::message`].
///
/// ```
/// # use authing_core::{ErrorCode, Error, ServiceError};
/// fn advice(error: &Error) -> &'static str {
///     match error.code() {
///         Some(ErrorCode::WRONG_PASSWORD) => "try another password",
///         _ if error.needs_login() => "log in again",
///         _ if error.is_retryable() => "try again later",
///         _ => "ask for help",
///     }
/// }
/// assert_eq!(advice(&Error::NotLoggedIn), "log in again");
/// ```
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An argument or a setting is wrong; nothing was sent.
    #[error("argument `{name}` {reason}")]
    InvalidArgument {
        /// The argument, as the protocol or the configuration names it.
        name: &'static str,
        /// What is wrong with it and what to do. Never the value.
        reason: String,
    },
    /// The call needs a logged-in user and there is none; nothing was sent.
    #[error("no user is logged in: log in first")]
    NotLoggedIn,
    /// The call needs a logged-in user and the token's own `exp` has passed; nothing was sent.
    #[error("the login has expired: log in again")]
    TokenExpired,
    /// The call needs the pool's secret and the client has none; nothing was sent.
    #[error("this call needs the pool's secret: configure it with `Config::with_secret`, on a server only")]
    MissingSecret,
    /// The client has another principal than the call needs; nothing was sent. Clients' methods do not compile then: only
    /// flows and the mini-program package, whose calls have no types, can get here.
    #[error("`{operation}` needs {needs}")]
    WrongPrincipal {
        /// The operation's name.
        operation: &'static str,
        /// What it needs.
        needs: Authorization,
    },
    /// No complete response arrived. [`TransportErrorKind`] says why.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// A response arrived that does not follow the protocol.
    #[error("{0}")]
    InvalidResponse(Box<InvalidResponse>),
    /// The service returned an error.
    #[error("{0}")]
    Service(Box<ServiceError>),
    /// The service needs more of the user before it goes on: a second factor, a new password, a profile. [`NextStep`] says what.
    #[error("{0}")]
    MoreNeeded(Box<MoreNeeded>),
    /// The user declined: closed a dialog or denied a permission. The program has no fault.
    #[error("the person declined: {0}")]
    Declined(String),
    /// A login by redirect, or its tokens, were rejected. [`AuthenticationError`] says why.
    #[error("{0}")]
    Authentication(#[from] AuthenticationError),
    /// The service cannot decrypt WeChat's data: the code was used, has expired or belongs to another `session_key`. The user
    /// must tap the button again. The new data then fits the code that the client holds now.
    #[error("the encrypted data is no longer valid: have the person tap again")]
    TapAgain,
    /// The call needs a random number and the client has no seed; nothing was sent.
    #[error("there is no secure randomness here: configure a seed of 32 random bytes")]
    NoRandomness,
    /// The mini-program's host failed, or this client has no host.
    #[error("{0}")]
    Host(String),
    /// The `TokenStore` failed: the token could not be read or written.
    #[error("the token store failed: {0}")]
    Store(Arc<dyn StdError + Send + Sync>),
    /// A logout failed twice: at the service, and in the `TokenStore`. The token is forgotten in memory.
    #[error("{error}; and then {store}")]
    LogoutFailed {
        /// The first error.
        error: Box<Error>,
        /// The store's.
        store: Box<Error>,
    },
    /// A flow reached its deadline: no user confirmed the QR code, for example.
    #[error("timed out: {0}")]
    TimedOut(&'static str),
    /// A driver polled a flow after its completion, or handled an event that does not match the flow's state. The driver has a bug.
    #[error("the flow's driver is at fault: {0}")]
    Driver(&'static str),
}

impl Error {
    /// An [`InvalidArgument`](Self::InvalidArgument): the name of the argument and the reason.
    pub fn invalid_argument(name: &'static str, reason: impl Into<String>) -> Self {
        Self::InvalidArgument { name, reason: reason.into() }
    }

    /// The service's error code, if the error has one: of today's REST API the `apiCode`, which says more, or else the `statusCode`.
    pub fn code(&self) -> Option<ErrorCode> {
        let error = self.service_error()?;
        error.api_code.or(error.code)
    }

    /// The service's own error, if the service returned one, or needs more.
    pub fn service_error(&self) -> Option<&ServiceError> {
        match self {
            Self::Service(error) => Some(error),
            Self::MoreNeeded(more) => Some(&more.response),
            Self::LogoutFailed { error, .. } => error.service_error(),
            _ => None,
        }
    }

    pub(crate) fn service_error_mut(&mut self) -> Option<&mut ServiceError> {
        match self {
            Self::Service(error) => Some(error),
            Self::MoreNeeded(more) => Some(&mut more.response),
            _ => None,
        }
    }

    /// What the user has to do before the service goes on, if that is the error.
    pub fn next_step(&self) -> Option<NextStep> {
        match self {
            Self::MoreNeeded(more) => Some(more.step),
            _ => None,
        }
    }

    /// Whether a response came that is not the service's: a gateway's page, an empty body, another server's JSON. The service may
    /// or may not have done what it was asked.
    pub fn is_from_gateway(&self) -> bool {
        match self {
            Self::InvalidResponse(error) => {
                error.kind != InvalidResponseKind::Shape || !(200..300).contains(&error.status)
            }
            _ => false,
        }
    }

    /// The reason why a login by redirect or its tokens were rejected, if that is the error.
    pub fn authentication(&self) -> Option<&AuthenticationError> {
        match self {
            Self::Authentication(reason) => Some(reason),
            _ => None,
        }
    }

    /// OAuth 2.0's `error`, if the service returned one (RFC 6749, section 5.2).
    pub(crate) fn oauth_error(&self) -> Option<&str> {
        match self {
            Self::Service(error) => error.oauth_error.as_deref(),
            _ => None,
        }
    }

    /// The HTTP status of the response, if one came.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Service(error) => Some(error.status),
            Self::MoreNeeded(more) => Some(more.response.status),
            Self::InvalidResponse(error) => Some(error.status),
            Self::LogoutFailed { error, .. } => error.status(),
            _ => None,
        }
    }

    /// How long the service asks the caller to wait, from `Retry-After` in seconds.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Service(error) => error.retry_after,
            Self::InvalidResponse(error) => error.retry_after,
            Self::LogoutFailed { error, .. } => error.retry_after(),
            _ => None,
        }
    }

    /// The name of the operation that failed, such as `login`. Of an error without a request, only that of a wrong principal.
    pub fn operation(&self) -> Option<&'static str> {
        match self {
            Self::Service(error) => error.operation,
            Self::MoreNeeded(more) => more.response.operation,
            Self::InvalidResponse(error) => error.operation,
            Self::Transport(error) => error.operation,
            Self::WrongPrincipal { operation, .. } => Some(operation),
            Self::LogoutFailed { error, .. } => error.operation(),
            _ => None,
        }
    }

    /// The error with the name of the operation that failed. An error of a request on the way to it, which fetched the owner's
    /// token, keeps its own.
    pub(crate) fn of_operation(mut self, name: &'static str) -> Self {
        match &mut self {
            Self::Service(error) => _ = error.operation.get_or_insert(name),
            Self::MoreNeeded(more) => _ = more.response.operation.get_or_insert(name),
            Self::InvalidResponse(error) => _ = error.operation.get_or_insert(name),
            Self::Transport(error) => _ = error.operation.get_or_insert(name),
            _ => {}
        }
        self
    }

    /// Whether a new login would solve the problem.
    pub fn needs_login(&self) -> bool {
        matches!(self, Self::NotLoggedIn | Self::TokenExpired)
            || self.authentication().is_some_and(AuthenticationError::needs_login)
            || matches!(
                self.code(),
                Some(
                    ErrorCode::NOT_LOGGED_IN
                        | ErrorCode::TOKEN_EXPIRED
                        | ErrorCode::TOKEN_INVALID
                        | ErrorCode::V3_UNAUTHORIZED
                )
            )
    }

    /// Whether the same call may succeed later. A repeated write may still take effect twice.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(error) => error.kind.is_transient(),
            Self::InvalidResponse(odd) => matches!(odd.status, 429 | 502..=504),
            Self::Service(refusal) => {
                matches!(refusal.status, 429 | 502..=504)
                    || refusal.code == Some(ErrorCode::SYSTEM_BUSY)
                    || refusal.code.is_some_and(ErrorCode::is_transient_v3)
            }
            _ => false,
        }
    }
}

// Every step's result holds an error, so the large variants are boxed.

impl From<InvalidResponse> for Error {
    fn from(response: InvalidResponse) -> Self {
        Self::InvalidResponse(Box::new(response))
    }
}

impl From<ServiceError> for Error {
    fn from(error: ServiceError) -> Self {
        Self::Service(Box::new(error))
    }
}

/// The beginning of an error's text: the operation, if it is known.
struct Prefix(Option<&'static str>);

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |operation| write!(f, "`{operation}`: "))
    }
}

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
    /// The sentence of the service, in its language, with the request's secrets masked.
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
            (Some(code), _) => write!(f, "the service returned error {code}: {}", self.message),
            (None, Some(error)) => write!(f, "the service returned error {error}: {}", self.message),
            (None, None) => write!(f, "the service returned an error (HTTP {}): {}", self.status, self.message),
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
