//! Who is logged in: the token's state machine.
//!
//! ```text
//!               sign_in                    its `exp` passes
//!  ┌───────────┐ ─────────▶ ┌───────────┐ ────────────────▶ ┌─────────┐
//!  │ Anonymous │            │ LoggedIn  │                   │ Expired │
//!  └───────────┘   ┌──────▶ └───────────┘ ◀──── sign_in ─── └─────────┘
//!                  │ sign_in       │ sign_out                    │ sign_out
//!            ┌───────────┐         │                             │
//!            │ LoggedOut │ ◀───────┴─────────────────────────────┘
//!            └───────────┘
//! ```
//!
//! It begins as what the [`TokenStore`] holds.

mod owner;
mod store;

use std::sync::{Arc, Mutex};

pub(crate) use self::owner::{Flight, Lease, OwnerSession, Turn};
pub use self::store::{MemoryStore, TokenStore};
use crate::sync::lock;
use crate::time::Timestamp;
use crate::token::unverified_expiry;
use crate::wire::RawObject;
use crate::{Error, SessionEffect, Token};

/// One client's session: the user's token, and with a secret the owner's.
#[derive(Debug)]
pub struct Session {
    store: Arc<dyn TokenStore>,
    user: Mutex<User>,
    owner: OwnerSession,
}

#[derive(Debug)]
enum User {
    Anonymous,
    LoggedIn { token: Token, expiry: Option<Timestamp> },
    LoggedOut,
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody has logged in.
    Anonymous,
    /// A token is held.
    LoggedIn,
    /// A token is held whose `exp` has passed. A token that does not say when it expires never gets here.
    Expired,
    /// The user has logged out.
    LoggedOut,
}

impl Session {
    pub(crate) fn restore(store: Option<Arc<dyn TokenStore>>) -> Result<Self, Error> {
        let store = store.unwrap_or_else(|| Arc::new(MemoryStore::default()));
        let user = store.load()?.map_or(User::Anonymous, User::logged_in);
        Ok(Self { store, user: Mutex::new(user), owner: OwnerSession::default() })
    }

    /// Keeps a user's token, here and in the store. Logins do this themselves; use it for a token that came another way.
    pub fn set_token(&self, token: impl Into<Token>) -> Result<(), Error> {
        let token = token.into();
        *lock(&self.user) = User::logged_in(token.clone());
        self.store.save(&token)
    }

    /// What a call means for the session, given its answer's JSON if there is one.
    pub(crate) fn settle(&self, effect: SessionEffect, answer: Option<&str>) -> Result<(), Error> {
        match (effect, answer) {
            (SessionEffect::ClearToken, _) => self.clear_token(),
            (SessionEffect::SetToken(field), Some(answer)) => {
                let token = RawObject::read(answer).ok().and_then(|answer| answer.text(field));
                token.map_or(Ok(()), |token| self.set_token(token))
            }
            (SessionEffect::SetToken(_), None) | (SessionEffect::None, _) => Ok(()),
        }
    }

    /// Forgets the user's token, here and in the store. It tells the service nothing: `logout` does.
    pub fn clear_token(&self) -> Result<(), Error> {
        *lock(&self.user) = User::LoggedOut;
        self.store.remove()
    }

    /// Where the session stands.
    pub fn state(&self, now: Timestamp) -> SessionState {
        match &*lock(&self.user) {
            User::Anonymous => SessionState::Anonymous,
            User::LoggedOut => SessionState::LoggedOut,
            User::LoggedIn { expiry: Some(expiry), .. } if *expiry <= now => SessionState::Expired,
            User::LoggedIn { .. } => SessionState::LoggedIn,
        }
    }

    /// The user's token, expired or not.
    pub fn token(&self) -> Option<Token> {
        match &*lock(&self.user) {
            User::LoggedIn { token, .. } => Some(token.clone()),
            User::Anonymous | User::LoggedOut => None,
        }
    }

    pub(crate) fn live_token(&self, now: Timestamp) -> Option<Token> {
        self.token().filter(|_| self.state(now) == SessionState::LoggedIn)
    }

    pub(crate) fn owner(&self) -> &OwnerSession {
        &self.owner
    }
}

impl User {
    fn logged_in(token: Token) -> Self {
        let expiry = unverified_expiry(&token);
        Self::LoggedIn { token, expiry }
    }
}
