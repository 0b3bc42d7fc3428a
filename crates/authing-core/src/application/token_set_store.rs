//! The store of a user's tokens.

use std::fmt;
use std::sync::Arc;

use super::TokenSet;
use crate::Error;
use crate::transport::MaybeSendSync;

/// The store of one user's tokens: a file, a row of a database, or a session that several instances of a program share.
///
/// A client that refreshes reads the store first: another instance may have refreshed. It saves the new tokens before it uses
/// them, because the old refresh token is used up. The client reads the store again if the provider rejects the refresh token, and before it
/// saves. If the user logged out during the refresh, or another user logged in, it saves nothing, and the call returns
/// [`Error::NotLoggedIn`].
///
/// The methods block: in an asynchronous server, a store that waits for a network blocks a thread of the runtime. A server that reads its
/// sessions asynchronously, such as from Redis, needs no store. It creates a client for each request with
/// [`for_user`](crate::AsyncAuthenticationClient::for_user), and writes the client's tokens back if they changed:
///
/// ```
/// use authing_core::application::TokenSet;
/// use authing_core::{AsyncAuthenticationClient, Error, transport::AsyncTransport};
/// # struct Session;
/// # impl Session {
/// #     async fn tokens(&self) -> TokenSet { unreachable!() }
/// #     async fn save(&self, tokens: &TokenSet) {}
/// # }
///
/// async fn nickname(app: &AsyncAuthenticationClient<impl AsyncTransport>, session: &Session) -> Result<Option<String>, Error> {
///     let stored = session.tokens().await;
///     let user = app.for_user(stored.clone());
///     let profile = user.profile().await;
///     // Also if the call failed: the old refresh token may be used up.
///     let tokens = user.tokens();
///     if tokens != stored {
///         session.save(&tokens).await;
///     }
///     Ok(profile?.nickname)
/// }
/// ```
///
/// Such a server writes the tokens only to a session that still has this user, because a refresh must not undo a logout. A request that is
/// cancelled between the refresh and the write would lose the new tokens: run it in a task of its own (`tokio::spawn`). If several
/// instances share the sessions, [`RefreshTokenRejected`](super::AuthenticationError::RefreshTokenRejected) may mean that another
/// instance has written new tokens: read the session again.
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
