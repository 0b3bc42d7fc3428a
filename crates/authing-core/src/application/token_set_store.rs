//! The store of a user's tokens.

use std::fmt;
use std::sync::Arc;

use super::TokenSet;
use crate::Error;
use crate::transport::MaybeSendSync;

/// The store of one user's tokens: a file, a row of a database, or a session that several instances of a program share.
///
/// A client that refreshes reads the store first: another instance may have refreshed. It saves the new tokens before it uses
/// them, because the old refresh token is used up. If the provider rejects the refresh token, the client reads the store again.
///
/// The methods block. A server whose sessions are read asynchronously keeps the tokens itself, and refreshes with
/// [`AsyncAuthenticationClient::refresh`](crate::AsyncAuthenticationClient::refresh).
pub trait TokenSetStore: fmt::Debug + MaybeSendSync {
    /// Returns the tokens, if there are any.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if they cannot be read.
    fn load(&self) -> Result<Option<TokenSet>, Error>;
    /// Saves tokens, instead of older tokens.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if they cannot be written.
    fn save(&self, tokens: &TokenSet) -> Result<(), Error>;
}

/// A shared store.
impl<S: TokenSetStore + ?Sized> TokenSetStore for Arc<S> {
    fn load(&self) -> Result<Option<TokenSet>, Error> {
        S::load(self)
    }

    fn save(&self, tokens: &TokenSet) -> Result<(), Error> {
        S::save(self, tokens)
    }
}
