//! How errors are created. Each step's result holds an error, so the variants with contents are boxed.

use std::error::Error as StdError;
use std::sync::Arc;

use super::{
    Declined, Error, HostError, InvalidArgument, InvalidResponse, LogoutFailed, MoreNeeded, ServiceError, StoreError,
    TransportError, WrongPrincipal,
};
use crate::application::AuthenticationError;

impl Error {
    /// An [`InvalidArgument`](Self::InvalidArgument): the name of the argument and the reason.
    pub fn invalid_argument(name: &'static str, reason: impl Into<String>) -> Self {
        fn create(name: &'static str, reason: String) -> Error {
            Error::InvalidArgument(Box::new(InvalidArgument { name, reason }))
        }
        create(name, reason.into())
    }

    /// A [`Declined`](Self::Declined): how the user declined.
    pub fn declined(reason: impl Into<String>) -> Self {
        Self::Declined(Box::new(Declined { reason: reason.into() }))
    }

    /// A [`Host`](Self::Host): what went wrong.
    pub fn host(message: impl Into<String>) -> Self {
        Self::Host(Box::new(HostError { message: message.into() }))
    }

    /// A [`Store`](Self::Store): the store's own error, or a text.
    ///
    /// ```
    /// use authing_core::{Error, Token, TokenStore};
    ///
    /// # #[derive(Debug)]
    /// # struct File(std::path::PathBuf);
    /// # impl File {
    /// fn write(&self, token: &Token) -> Result<(), Error> {
    ///     std::fs::write(&self.0, token.expose()).map_err(Error::store)
    /// }
    /// # }
    /// ```
    pub fn store(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Store(Box::new(StoreError { error: Arc::from(error.into()) }))
    }
}

impl From<WrongPrincipal> for Error {
    fn from(error: WrongPrincipal) -> Self {
        Self::WrongPrincipal(Box::new(error))
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        Self::Transport(Box::new(error))
    }
}

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

impl From<MoreNeeded> for Error {
    fn from(more: MoreNeeded) -> Self {
        Self::MoreNeeded(Box::new(more))
    }
}

impl From<AuthenticationError> for Error {
    fn from(error: AuthenticationError) -> Self {
        Self::Authentication(Box::new(error))
    }
}

impl From<LogoutFailed> for Error {
    fn from(error: LogoutFailed) -> Self {
        Self::LogoutFailed(Box::new(error))
    }
}
