//! The token in `wx`'s storage: a key for each pool.

use std::fmt;
use std::sync::Arc;

use authing_core::{Error, PoolId, Token, TokenStore};

use crate::wx::{Wx, WxError};

/// Keeps the token of a pool in `wx`'s storage.
///
/// The key is [`OLD_KEY`](Self::OLD_KEY), `_` and the pool's id, as in the package. The published clients have one key for all
/// pools: a token under this key moves to the pool's key, if it belongs to this pool or does not name its pool
/// ([`Token::may_be_of`]), so that a logged-in user stays logged in. A token of another pool stays for that pool's client.
pub struct WxTokenStore {
    wx: Arc<dyn Wx>,
    pool: PoolId,
    key: String,
}

impl WxTokenStore {
    /// The key of the published clients.
    pub const OLD_KEY: &str = "_authing_token";

    /// The store of a pool.
    pub fn new(wx: Arc<dyn Wx>, pool: &PoolId) -> Self {
        Self { wx, pool: pool.clone(), key: format!("{}_{}", Self::OLD_KEY, pool.as_str()) }
    }

    fn read(&self, key: &str) -> Result<Option<Token>, Error> {
        let token = self.wx.get_storage(key).map_err(store_error)?;
        Ok((!token.is_empty()).then(|| token.into()))
    }

    /// The token under the published clients' key, if it belongs to this pool.
    fn old(&self) -> Result<Option<Token>, Error> {
        Ok(self.read(Self::OLD_KEY)?.filter(|token| token.may_be_of(&self.pool)))
    }

    /// Moves a token from the published clients' key. If storage is full, the old key is read again the next time.
    fn move_here(&self, token: &Token) {
        if self.wx.set_storage(&self.key, token.expose()).is_ok() {
            // A token that stays under both keys is removed from both.
            let _ = self.wx.remove_storage(Self::OLD_KEY);
        }
    }
}

fn store_error(fail: WxError) -> Error {
    Error::store(fail)
}

impl TokenStore for WxTokenStore {
    fn load(&self) -> Result<Option<Token>, Error> {
        if let Some(token) = self.read(&self.key)? {
            return Ok(Some(token));
        }
        let old = self.old()?;
        if let Some(token) = &old {
            self.move_here(token);
        }
        Ok(old)
    }

    fn save(&self, token: &Token) -> Result<(), Error> {
        self.wx.set_storage(&self.key, token.expose()).map_err(store_error)
    }

    /// Removes the token under both keys: a user who has logged out must not be logged in again from the old key.
    fn remove(&self) -> Result<(), Error> {
        self.wx.remove_storage(&self.key).map_err(store_error)?;
        match self.old()? {
            Some(_) => self.wx.remove_storage(Self::OLD_KEY).map_err(store_error),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for WxTokenStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WxTokenStore(…)")
    }
}
