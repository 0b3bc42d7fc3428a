//! What can go wrong, for every crate of the house.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde::de::DeserializeOwned;

use crate::application::AuthenticationError;
use crate::v3::{MoreNeeded, NextStep};
use crate::{Authorization, ErrorCode};

/// Why a call did not succeed.
///
/// In tiers: the caller was wrong, nobody answered, the answer made no sense, the service refused, the person declined.
/// No variant holds what was sent, and of what came back only a refusal's sentence, masked, and its `data`, which `Debug`
/// hides; so an error may be logged as it is.
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
    /// The client speaks as another principal than the call needs; nothing was sent. Clients' methods do not compile then: only
    /// flows and the mini-program package, whose calls have no types, can get here.
    #[error("`{operation}` needs {needs}")]
    WrongPrincipal {
        /// The operation's name.
        operation: &'static str,
        /// What it needs.
        needs: Authorization,
    },
    /// No whole answer came.
    #[error("{0}")]
    Transport(#[from] TransportError),
    /// An answer came that is not of the protocol.
    #[error("{0}")]
    InvalidResponse(Box<InvalidResponse>),
    /// The service understood, and refused.
    #[error("{0}")]
    Service(Box<ServiceError>),
    /// The service understood, and needs more of the user before it goes on: a second factor, a new password, a profile.
    #[error("{0}")]
    MoreNeeded(Box<MoreNeeded>),
    /// The person declined: closed a dialog, refused a permission. Nothing is wrong.
    #[error("the person declined: {0}")]
    Declined(String),
    /// A login by redirect, or the tokens that came of it, are not accepted.
    #[error("{0}")]
    Authentication(#[from] AuthenticationError),
    /// Data that WeChat encrypted cannot be opened: its code was used, has expired, or is of another `session_key`. The person
    /// has to tap once more, for data that fits the code that is at hand now.
    #[error("the encrypted data is no longer valid: have the person tap again")]
    TapAgain,
    /// The call needs a random number and the host has given none; nothing was sent.
    #[error("there is no secure randomness here: configure a seed of 32 random bytes")]
    NoRandomness,
    /// The mini-program's host failed for another reason, or this client has no such host.
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
    /// A flow waited for something until its time was up: a QR code that nobody scanned.
    #[error("timed out: {0}")]
    TimedOut(&'static str),
    /// A flow was polled after its end, or was told something that it had not asked for. A driver's bug.
    #[error("the flow's driver is at fault: {0}")]
    Driver(&'static str),
}

impl Error {
    /// An argument that is wrong, and why.
    pub fn invalid_argument(name: &'static str, reason: impl Into<String>) -> Self {
        Self::InvalidArgument { name, reason: reason.into() }
    }

    /// The service's code, where it refused with one: of today's REST API the `apiCode`, which says more, or else the
    /// `statusCode`.
    pub fn code(&self) -> Option<ErrorCode> {
        let refusal = self.service_error()?;
        refusal.api_code.or(refusal.code)
    }

    /// The service's refusal, where that is the error; or what it said when it needs more.
    pub fn service_error(&self) -> Option<&ServiceError> {
        match self {
            Self::Service(refusal) => Some(refusal),
            Self::MoreNeeded(more) => Some(&more.response),
            _ => None,
        }
    }

    /// What the user has to do before the service goes on, where that is the error.
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
            Self::InvalidResponse(odd) => odd.kind != InvalidResponseKind::Shape || !(200..300).contains(&odd.status),
            _ => false,
        }
    }

    /// The reason why a login by redirect or its tokens are not accepted, where that is the error.
    pub fn authentication(&self) -> Option<&AuthenticationError> {
        match self {
            Self::Authentication(reason) => Some(reason),
            _ => None,
        }
    }

    /// OAuth 2.0's `error`, where the service refused with one (RFC 6749, section 5.2).
    pub(crate) fn oauth_error(&self) -> Option<&str> {
        match self {
            Self::Service(refusal) => refusal.oauth_error.as_deref(),
            _ => None,
        }
    }

    /// The HTTP status of the response, where one came.
    pub(crate) fn status(&self) -> Option<u16> {
        match self {
            Self::InvalidResponse(response) => Some(response.status),
            _ => Some(self.service_error()?.status),
        }
    }

    /// Whether logging in again is the cure.
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

    /// Whether the same call may succeed a little later. It says nothing about whether repeating it is harmless.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(fault) => fault.kind.is_transient(),
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

// An error is carried along in every step's result, so what is large in it stands elsewhere.

impl From<InvalidResponse> for Error {
    fn from(odd: InvalidResponse) -> Self {
        Self::InvalidResponse(Box::new(odd))
    }
}

impl From<ServiceError> for Error {
    fn from(refusal: ServiceError) -> Self {
        Self::Service(Box::new(refusal))
    }
}

/// The service's refusal.
#[derive(Clone, PartialEq)]
pub struct ServiceError {
    /// Its code; absent where a gateway or GraphQL's own validation spoke, which give a sentence only.
    pub code: Option<ErrorCode>,
    /// The `apiCode` of today's REST API, where the refusal has a meaning of its own. `code` is then its `statusCode`.
    pub api_code: Option<ErrorCode>,
    /// Its sentence, in the service's language, with what the caller sent masked.
    pub message: String,
    /// OAuth 2.0's `error` (RFC 6749, section 5.2), such as `invalid_grant`.
    pub oauth_error: Option<String>,
    /// What came with it (`data`), as JSON; [`deserialize_data`](Self::deserialize_data) reads it. It may be personal, so `Debug` hides it.
    pub data: Option<String>,
    /// The service's name for the request, which its support asks for.
    pub request_id: Option<String>,
    /// The HTTP status that carried it.
    pub status: u16,
    /// When to come back, from `Retry-After`.
    pub retry_after: Option<Duration>,
}

impl ServiceError {
    /// An error of the service, with a code or without, its sentence, and the HTTP status.
    pub fn new(code: Option<ErrorCode>, message: impl Into<String>, status: u16) -> Self {
        Self {
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

    /// What came with it, as a type of yours or a `serde_json::Value`; nothing where nothing came or it is of another type.
    ///
    /// ```
    /// # fn example(refusal: &authing_core::ServiceError) {
    /// let data: Option<serde_json::Value> = refusal.deserialize_data();
    /// # }
    /// ```
    pub fn deserialize_data<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.data.as_ref()?).ok()
    }
}

impl StdError for ServiceError {}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(api_code) = self.api_code {
            return write!(f, "the service returned error {api_code}: {}", self.message);
        }
        match (self.code, &self.oauth_error) {
            (Some(code), _) => write!(f, "the service returned error {code}: {}", self.message),
            (None, Some(error)) => write!(f, "the service returned error {error}: {}", self.message),
            (None, None) => write!(f, "the service returned an error (HTTP {}): {}", self.status, self.message),
        }
    }
}

impl fmt::Debug for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, api_code, message, oauth_error, data, request_id, status, retry_after } = self;
        f.debug_struct("ServiceError")
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

/// An answer that is not of the protocol: where it went wrong, without what it said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid response (HTTP {status}) at `{path}`: {kind}")]
pub struct InvalidResponse {
    /// The HTTP status.
    pub status: u16,
    /// The JSON path at which reading failed; `.` is the whole body.
    pub path: String,
    /// What kind of problem it was.
    pub kind: InvalidResponseKind,
    /// When to come back, from `Retry-After`.
    pub retry_after: Option<Duration>,
}

/// How an answer can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidResponseKind {
    /// The body is empty.
    #[error("the body is empty")]
    EmptyBody,
    /// The body is not JSON: an HTML page, a truncated text, bytes that are not UTF-8.
    #[error("it is not JSON")]
    NotJson,
    /// A field is missing or of another type.
    #[error("a field is missing or has another type")]
    Shape,
}

/// Why no whole answer came.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{kind}")]
pub struct TransportError {
    /// What kind of fault it was: the same for the same cause on every transport.
    pub kind: TransportErrorKind,
    /// The transport's own error, for logs. Transports strip addresses from it, because a path may hold a phone number.
    #[source]
    pub source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl TransportError {
    /// A fault without a source.
    pub const fn new(kind: TransportErrorKind) -> Self {
        Self { kind, source: None }
    }

    /// The transport's own error, for logs.
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }
}

/// The kinds of fault, alike on every transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: the name does not resolve, nobody listens, TLS fails.
    #[error("no connection to the service")]
    Connect,
    /// The time was up: connecting, or the whole call.
    #[error("the service did not respond in time")]
    Timeout,
    /// The connection broke before the answer was whole.
    #[error("the connection was lost before the response was complete")]
    ConnectionLost,
    /// What came back is not HTTP.
    #[error("the response is not HTTP")]
    Protocol,
    /// The answer is longer than the configured limit.
    #[error("the response is longer than the configured limit")]
    BodyTooLarge,
    /// This transport cannot do what was asked, such as reading a mini-program's file.
    #[error("this transport cannot do that")]
    Unsupported,
    /// Anything else.
    #[error("the transport failed")]
    Other,
}

impl TransportErrorKind {
    /// Whether the same request may get through a little later.
    pub const fn is_transient(self) -> bool {
        matches!(self, Self::Connect | Self::Timeout | Self::ConnectionLost)
    }
}
