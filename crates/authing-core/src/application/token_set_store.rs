//! Where a user's tokens are kept.

use std::fmt;
use std::sync::Arc;

use super::TokenSet;
use crate::Error;
use crate::transport::MaybeSendSync;

/// Where the tokens of one user are kept: a file, a row of a database, a session that several instances of a program share.
///
/// A client that refreshes reads the store first: another instance may have refreshed. It saves the new tokens before it uses
/// them, because the old refresh token is used up. Where the provider refuses the refresh token it reads once more.
///
/// The methods block. A server whose sessions are read asynchronously keeps the tokens itself, and refreshes with
/// [`AsyncAuthenticationClient::refresh`](crate::AsyncAuthenticationClient::refresh).
pub trait TokenSetStore: fmt::Debug + MaybeSendSync {
    /// The tokens, if some were saved and not removed.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if they cannot be read.
    fn load(&self) -> Result<Option<TokenSet>, Error>;
    /// Keeps tokens, in the place of older ones.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if they cannot be written.
    fn save(&self, tokens: &TokenSet) -> Result<(), Error>;
}

/// A store that is shared.
impl<S: TokenSetStore + ?Sized> TokenSetStore for Arc<S> {
    fn load(&self) -> Result<Option<TokenSet>, Error> {
        S::load(self)
    }

    fn save(&self, tokens: &TokenSet) -> Result<(), Error> {
        S::save(self, tokens)
    }
}
