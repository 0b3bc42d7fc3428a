//! The tokens of one user's client, and their store.

use std::fmt;
use std::sync::{Arc, Mutex};

use super::{TokenSet, TokenSetStore};
use crate::Error;
use crate::sync::lock;

/// The tokens that a user's client and its clones share.
pub(crate) struct UserTokens {
    current: Mutex<Arc<TokenSet>>,
    /// Held while a set is saved. Clones then save in the order in which they replace, and use saved sets only.
    change: Mutex<()>,
    store: Option<Arc<dyn TokenSetStore>>,
}

impl UserTokens {
    pub(super) fn new(tokens: TokenSet, store: Option<Arc<dyn TokenSetStore>>) -> Self {
        Self { current: Mutex::new(Arc::new(tokens)), change: Mutex::new(()), store }
    }

    pub(crate) fn current(&self) -> Arc<TokenSet> {
        Arc::clone(&lock(&self.current))
    }

    /// Returns the set of the store if it is not `known`: another instance has refreshed.
    ///
    /// # Errors
    ///
    /// [`Error::NotLoggedIn`] if the store holds none or another user's: the user has logged out, and a refresh must not log
    /// the user in again.
    pub(super) fn load_other(&self, known: &TokenSet) -> Result<Option<Arc<TokenSet>>, Error> {
        let Some(store) = &self.store else { return Ok(None) };
        let stored = load_of_user(&**store, known)?;
        let is_other = stored.refresh_token() != known.refresh_token() && stored.access_token() != known.access_token();
        Ok(is_other.then(|| Arc::new(stored)))
    }

    /// Replaces `old` with a set, and saves it. Does nothing if another caller has done so. A set that cannot be saved
    /// stays in memory: the old set is used up.
    ///
    /// # Errors
    ///
    /// [`Error::NotLoggedIn`] if the user logged out during the refresh, or another user logged in. [`Error::Store`] if the set cannot be
    /// saved.
    pub(super) fn replace(&self, old: &TokenSet, new: &Arc<TokenSet>) -> Result<(), Error> {
        let _saving = lock(&self.change);
        if *self.current() != *old {
            return Ok(());
        }
        if let Some(store) = &self.store
            && let Err(Error::NotLoggedIn) = load_of_user(&**store, old)
        {
            return Err(Error::NotLoggedIn);
        }
        *lock(&self.current) = Arc::clone(new);
        self.store.as_ref().map_or(Ok(()), |store| store.save(new))
    }
}

/// The stored set.
///
/// # Errors
///
/// [`Error::NotLoggedIn`] if there is none, or if it is of another user than `known`. [`Error::Store`] if it cannot be read.
fn load_of_user(store: &dyn TokenSetStore, known: &TokenSet) -> Result<TokenSet, Error> {
    let stored = store.load()?;
    stored.filter(|stored| stored.subject() == known.subject()).ok_or(Error::NotLoggedIn)
}

impl fmt::Debug for UserTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserTokens").field("store", &self.store).finish_non_exhaustive()
    }
}
