//! A logout under way.

use std::sync::Arc;

use super::Session;
use crate::{Error, Token};

/// Forgets the token that a logout carries, whichever way it ends: with the service's response, with an error, or dropped.
/// A user who has logged in since is not logged out.
#[derive(Debug)]
pub(crate) struct LogoutGuard {
    session: Option<Arc<Session>>,
    carried: Option<Token>,
}

impl LogoutGuard {
    pub(crate) fn new(session: &Arc<Session>) -> Self {
        Self { session: Some(Arc::clone(session)), carried: session.token() }
    }

    /// Forgets the token, and says whether the store failed.
    pub(crate) fn finish(mut self) -> Result<(), Error> {
        self.forget()
    }

    fn forget(&mut self) -> Result<(), Error> {
        self.session.take().map_or(Ok(()), |session| session.forget(self.carried.as_ref()))
    }
}

impl Drop for LogoutGuard {
    fn drop(&mut self) {
        // A future that was dropped has no caller to tell: the token is forgotten here all the same.
        let _ = self.forget();
    }
}
