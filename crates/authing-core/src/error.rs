//! The errors of all crates of the SDK.

mod create;
mod deadline;
mod declined;
mod driver_error;
mod host_error;
mod incomplete_batch;
mod invalid_argument;
mod invalid_response;
mod logout_failed;
mod more_needed;
mod service_error;
mod store_error;
mod transport_error;
mod wrong_principal;

use std::fmt;
use std::time::Duration;

pub use self::deadline::Deadline;
pub use self::declined::Declined;
pub use self::driver_error::DriverError;
pub use self::host_error::HostError;
pub use self::incomplete_batch::IncompleteBatch;
pub use self::invalid_argument::InvalidArgument;
pub use self::invalid_response::{InvalidResponse, InvalidResponseKind};
pub use self::logout_failed::LogoutFailed;
pub use self::more_needed::{MoreNeeded, NextStep};
pub use self::service_error::ServiceError;
pub use self::store_error::StoreError;
pub use self::transport_error::{TransportError, TransportErrorKind};
pub use self::wrong_principal::WrongPrincipal;
use crate::ErrorCode;
use crate::application::AuthenticationError;

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
    /// An argument or a setting is wrong; nothing was sent. [`argument`](Self::argument) is its name.
    #[error("{0}")]
    InvalidArgument(Box<InvalidArgument>),
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
    #[error("{0}")]
    WrongPrincipal(Box<WrongPrincipal>),
    /// No complete response arrived. [`TransportErrorKind`] says why.
    #[error(transparent)]
    Transport(Box<TransportError>),
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
    #[error("{0}")]
    Declined(Box<Declined>),
    /// A login by redirect, or its tokens, were rejected. [`AuthenticationError`] says why.
    #[error("{0}")]
    Authentication(Box<AuthenticationError>),
    /// The service cannot decrypt WeChat's data: the code was used, has expired or belongs to another `session_key`. The user
    /// must tap the button again. The new data then fits the code that the client holds now.
    #[error("the encrypted data is no longer valid: have the user tap again")]
    TapAgain,
    /// The call needs a random number and the client has no seed; nothing was sent.
    #[error("there is no secure randomness here: configure a seed of 32 random bytes")]
    NoRandomness,
    /// The mini-program's host failed, or this client has no host.
    #[error("{0}")]
    Host(Box<HostError>),
    /// The `TokenStore` failed: the token could not be read or written.
    #[error("{0}")]
    Store(Box<StoreError>),
    /// A logout failed twice: at the service, and in the `TokenStore`. The token is forgotten in memory.
    #[error("{0}")]
    LogoutFailed(Box<LogoutFailed>),
    /// A batch was cut into several calls, and a call after the first failed. [`IncompleteBatch`] says what was done.
    #[error("{0}")]
    Incomplete(Box<IncompleteBatch>),
    /// A flow reached its deadline: no user confirmed the QR code, for example.
    #[error("timed out: {0}")]
    TimedOut(Deadline),
    /// A driver polled a flow after its completion, or handled an event that does not match the flow's state. The driver has a bug.
    #[error("the flow's driver is at fault: {0}")]
    Driver(DriverError),
}

impl Error {
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
            _ => self.of_request()?.service_error(),
        }
    }

    /// The error of the request itself, if this one tells of more than that.
    fn of_request(&self) -> Option<&Self> {
        match self {
            Self::LogoutFailed(both) => Some(&both.error),
            Self::Incomplete(batch) => Some(&batch.error),
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

    /// The name of the wrong argument, if that is the error, as the protocol or the configuration names it.
    ///
    /// ```
    /// # use authing_core::Config;
    /// let error = Config::new("").unwrap_err();
    /// assert_eq!(error.argument(), Some("userPoolId"));
    /// ```
    pub fn argument(&self) -> Option<&'static str> {
        match self {
            Self::InvalidArgument(error) => Some(error.name),
            _ => None,
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
            _ => self.of_request()?.status(),
        }
    }

    /// How long the service asks the caller to wait, from `Retry-After` in seconds.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Service(error) => error.retry_after,
            Self::InvalidResponse(error) => error.retry_after,
            _ => self.of_request()?.retry_after(),
        }
    }

    /// The name of the operation that failed, such as `login`. Of an error without a request, only that of a wrong principal.
    pub fn operation(&self) -> Option<&'static str> {
        match self {
            Self::Service(error) => error.operation,
            Self::MoreNeeded(more) => more.response.operation,
            Self::InvalidResponse(error) => error.operation,
            Self::Transport(error) => error.operation,
            Self::WrongPrincipal(error) => Some(error.operation),
            _ => self.of_request()?.operation(),
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
            Self::Service(error) => {
                matches!(error.status, 429 | 502..=504)
                    || error.code == Some(ErrorCode::SYSTEM_BUSY)
                    || error.code.is_some_and(ErrorCode::is_transient_v3)
            }
            _ => false,
        }
    }
}

/// The beginning of an error's text: the operation, if it is known.
struct Prefix(Option<&'static str>);

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |operation| write!(f, "`{operation}`: "))
    }
}
