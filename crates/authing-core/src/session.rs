//! Who is logged in: the token's state machine.
//!
//! ```text
//!               sign_in                    its `exp` passes
//!  ┌───────────┐ ─────────▶ ┌───────────┐ ────────────────▶ ┌─────────┐
//!  │ Anonymous │            │ SignedIn  │                   │ Expired │
//!  └───────────┘   ┌──────▶ └───────────┘ ◀──── sign_in ─── └─────────┘
//!                  │ sign_in       │ sign_out                    │ sign_out
//!            ┌───────────┐         │                             │
//!            │ SignedOut │ ◀───────┴─────────────────────────────┘
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
use crate::wire::Object;
use crate::{Effect, Error, Token};

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
    SignedIn { token: Token, expiry: Option<Timestamp> },
    SignedOut,
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody has logged in.
    Anonymous,
    /// A token is held.
    SignedIn,
    /// A token is held whose `exp` has passed. A token that does not say when it expires never gets here.
    Expired,
    /// The user has logged out.
    SignedOut,
}

impl Session {
    pub(crate) fn restore(store: Option<Arc<dyn TokenStore>>) -> Result<Self, Error> {
        let store = store.unwrap_or_else(|| Arc::new(MemoryStore::default()));
        let user = store.load()?.map_or(User::Anonymous, User::signed_in);
        Ok(Self { store, user: Mutex::new(user), owner: OwnerSession::default() })
    }

    /// Keeps a user's token, here and in the store. Logins do this themselves; use it for a token that came another way.
    pub fn sign_in(&self, token: impl Into<Token>) -> Result<(), Error> {
        let token = token.into();
        *lock(&self.user) = User::signed_in(token.clone());
        self.store.save(&token)
    }

    /// What a call means for the session, given its answer's JSON if there is one.
    pub(crate) fn settle(&self, effect: Effect, answer: Option<&str>) -> Result<(), Error> {
        match (effect, answer) {
            (Effect::SignsOut, _) => self.sign_out(),
            (Effect::SignsIn(field), Some(answer)) => {
                let token = Object::read(answer).ok().and_then(|answer| answer.text(field));
                token.map_or(Ok(()), |token| self.sign_in(token))
            }
            (Effect::SignsIn(_), None) | (Effect::None, _) => Ok(()),
        }
    }

    /// Forgets the user's token, here and in the store. It tells the service nothing: `logout` does.
    pub fn sign_out(&self) -> Result<(), Error> {
        *lock(&self.user) = User::SignedOut;
        self.store.remove()
    }

    /// Where the session stands.
    pub fn state(&self, now: Timestamp) -> SessionState {
        match &*lock(&self.user) {
            User::Anonymous => SessionState::Anonymous,
            User::SignedOut => SessionState::SignedOut,
            User::SignedIn { expiry: Some(expiry), .. } if *expiry <= now => SessionState::Expired,
            User::SignedIn { .. } => SessionState::SignedIn,
        }
    }

    /// The user's token, expired or not.
    pub fn token(&self) -> Option<Token> {
        match &*lock(&self.user) {
            User::SignedIn { token, .. } => Some(token.clone()),
            User::Anonymous | User::SignedOut => None,
        }
    }

    pub(crate) fn live_token(&self, now: Timestamp) -> Option<Token> {
        self.token().filter(|_| self.state(now) == SessionState::SignedIn)
    }

    pub(crate) fn owner(&self) -> &OwnerSession {
        &self.owner
    }
}

impl User {
    fn signed_in(token: Token) -> Self {
        let expiry = unverified_expiry(&token);
        Self::SignedIn { token, expiry }
    }
}
