//! The store of a user's token between two runs of a program.

use std::fmt;
use std::sync::Mutex;

use crate::sync::lock;
use crate::{Error, Token};

/// A store that keeps a user's token between two runs of a program: a file, a browser's storage, a row of a database.
///
/// It is read once, when the client is made, written at each login and cleared at each logout. A failure is reported as
/// [`Error::Store`].
pub trait TokenStore: fmt::Debug + crate::transport::MaybeSendSync {
    /// The token, if one was saved and not removed.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if the token cannot be read.
    fn load(&self) -> Result<Option<Token>, Error>;
    /// Keeps a token, in the place of an older one.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if the token cannot be written.
    fn save(&self, token: &Token) -> Result<(), Error>;
    /// Forgets the token; nothing to forget is no failure.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if the token cannot be removed.
    fn remove(&self) -> Result<(), Error>;
}

/// A store in memory, which ends with the client. The default.
#[derive(Default)]
pub struct MemoryStore(Mutex<Option<Token>>);

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryStore(…)")
    }
}

impl TokenStore for MemoryStore {
    fn load(&self) -> Result<Option<Token>, Error> {
        Ok(lock(&self.0).clone())
    }

    fn save(&self, token: &Token) -> Result<(), Error> {
        *lock(&self.0) = Some(token.clone());
        Ok(())
    }

    fn remove(&self) -> Result<(), Error> {
        *lock(&self.0) = None;
        Ok(())
    }
}

/// A store that is shared.
impl<S: TokenStore + ?Sized> TokenStore for std::sync::Arc<S> {
    fn load(&self) -> Result<Option<Token>, Error> {
        S::load(self)
    }

    fn save(&self, token: &Token) -> Result<(), Error> {
        S::save(self, token)
    }

    fn remove(&self) -> Result<(), Error> {
        S::remove(self)
    }
}
