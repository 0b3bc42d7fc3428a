//! A visitor's session: the token's state machine.
//!
//! ```text
//!               set_token                  its `exp` passes
//!  ┌───────────┐ ─────────▶ ┌──────────┐ ────────────────▶ ┌─────────┐
//!  │ Anonymous │            │ LoggedIn │                   │ Expired │
//!  └───────────┘   ┌──────▶ └──────────┘ ◀── set_token ─── └─────────┘
//!                  │ set_token     │ clear_token                │ clear_token
//!            ┌───────────┐         │                            │
//!            │ LoggedOut │ ◀───────┴────────────────────────────┘
//!            └───────────┘
//! ```
//!
//! A session begins with the token that its [`TokenStore`] holds.

mod logout;
mod store;

use std::sync::{Arc, Mutex};

pub(crate) use self::logout::LogoutGuard;
pub use self::store::{MemoryStore, TokenStore};
use crate::flow::bearer;
use crate::message::HeaderValue;
use crate::sync::lock;
use crate::time::Timestamp;
use crate::token::{unverified_expiry, unverified_user_id};
use crate::wire::decode::Unwrapped;
use crate::wire::{field, text};
use crate::{Error, PoolId, Token, TokenEffect, UserId};

/// A visitor's session: the token of the user who has logged in.
#[derive(Debug)]
pub struct Session {
    store: Arc<dyn TokenStore>,
    user: Mutex<User>,
    /// Held while a change goes to the store, so that a login's `save` and a logout's `remove` cannot change places.
    change: Mutex<()>,
}

#[derive(Debug)]
struct User {
    state: State,
    /// How many users have come and gone: a flow of several calls is pinned to one.
    generation: u64,
}

#[derive(Debug)]
enum State {
    Anonymous,
    LoggedIn { token: Token, expiry: Option<Timestamp>, bearer: HeaderValue },
    LoggedOut,
}

/// The state of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SessionState {
    /// No user has logged in.
    Anonymous,
    /// A token is held.
    LoggedIn,
    /// A token is held whose `exp` has passed. A token without `exp` never gets here.
    Expired,
    /// The user has logged out.
    LoggedOut,
}

impl Session {
    /// Begins with the token that the store holds. A token of another pool (its unverified `data.clientId`), or one that a header
    /// cannot carry, is not restored: the session is anonymous, and the next login replaces the token in the store.
    pub(crate) fn restore(store: Arc<dyn TokenStore>, pool: &PoolId) -> Result<Self, Error> {
        let token = store.load()?.filter(|token| token.may_be_of(pool));
        let state = token.and_then(|token| State::logged_in(token).ok()).unwrap_or(State::Anonymous);
        Ok(Self::new(store, state))
    }

    /// The session of one user, in memory.
    pub(crate) fn of(token: Token) -> Result<Self, Error> {
        Ok(Self::new(Arc::new(MemoryStore::default()), State::logged_in(token)?))
    }

    fn new(store: Arc<dyn TokenStore>, state: State) -> Self {
        Self { store, user: Mutex::new(User { state, generation: 0 }), change: Mutex::default() }
    }

    /// Keeps a user's token, here and in the store. Logins do this themselves; use it for a token that came another way.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the token is empty or holds what a header cannot carry; it is not kept.
    /// [`Error::Store`] if the store fails; the token is kept here.
    pub fn set_token(&self, token: impl Into<Token>) -> Result<(), Error> {
        let token = token.into();
        let state = State::logged_in(token.clone())?;
        let _change = lock(&self.change);
        self.become_state(state);
        self.store.save(&token)
    }

    /// Forgets the user's token, here and in the store. The service is not told: `logout` does that.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if the store fails; the token is forgotten here.
    pub fn clear_token(&self) -> Result<(), Error> {
        self.clear(State::LoggedOut)
    }

    /// The state of the session.
    pub fn state(&self, now: Timestamp) -> SessionState {
        match &lock(&self.user).state {
            State::Anonymous => SessionState::Anonymous,
            State::LoggedOut => SessionState::LoggedOut,
            State::LoggedIn { expiry: Some(expiry), .. } if *expiry <= now => SessionState::Expired,
            State::LoggedIn { .. } => SessionState::LoggedIn,
        }
    }

    /// The user's token, expired or not.
    pub fn token(&self) -> Option<Token> {
        match &lock(&self.user).state {
            State::LoggedIn { token, .. } => Some(token.clone()),
            State::Anonymous | State::LoggedOut => None,
        }
    }

    /// The id of the user who has logged in, as the token says (`data.id`). **Unverified**: it is good for asking the service
    /// about the user, not for deciding what the user may do.
    pub fn user_id(&self) -> Option<UserId> {
        unverified_user_id(&self.token()?)
    }

    /// The token to send.
    pub(crate) fn valid_token(&self, now: Timestamp, pinned: Option<u64>) -> Result<Option<Token>, Error> {
        self.valid(now, pinned, |token, _| token.clone())
    }

    /// The header that carries it.
    pub(crate) fn valid_bearer(&self, now: Timestamp, pinned: Option<u64>) -> Result<Option<HeaderValue>, Error> {
        self.valid(now, pinned, |_, bearer| bearer.clone())
    }

    fn valid<T>(
        &self,
        now: Timestamp,
        pinned: Option<u64>,
        take: impl FnOnce(&Token, &HeaderValue) -> T,
    ) -> Result<Option<T>, Error> {
        let user = lock(&self.user);
        match &user.state {
            _ if pinned.is_some_and(|generation| generation != user.generation) => Err(Error::NotLoggedIn),
            State::LoggedIn { expiry: Some(expiry), .. } if *expiry <= now => Err(Error::TokenExpired),
            State::LoggedIn { token, bearer, .. } => Ok(Some(take(token, bearer))),
            State::Anonymous | State::LoggedOut => Ok(None),
        }
    }

    pub(crate) fn generation(&self) -> u64 {
        lock(&self.user).generation
    }

    /// Takes the token out of a login's response. A login always replaces the user who was logged in: a response without a
    /// usable token leaves no user, and is an error where the operation promises a token.
    pub(crate) fn log_in(&self, effect: TokenEffect, response: &Unwrapped<'_>) -> Result<(), Error> {
        let token = field(response.json(), effect.field).and_then(text).map(Token::from);
        match token {
            Some(token) if token.check().is_ok() => self.set_token(token),
            None if !effect.required => self.clear(State::Anonymous),
            _ => self.clear(State::Anonymous).and(Err(response.invalid_shape_at(effect.field))),
        }
    }

    /// Forgets this token; another that has come since stays.
    fn forget(&self, carried: Option<&Token>) -> Result<(), Error> {
        let _change = lock(&self.change);
        if self.token().as_ref() != carried {
            return Ok(());
        }
        self.become_state(State::LoggedOut);
        self.store.remove()
    }

    fn clear(&self, state: State) -> Result<(), Error> {
        let _change = lock(&self.change);
        self.become_state(state);
        self.store.remove()
    }

    fn become_state(&self, state: State) {
        let mut user = lock(&self.user);
        user.state = state;
        user.generation += 1;
    }
}

impl State {
    fn logged_in(token: Token) -> Result<Self, Error> {
        token.check()?;
        let expiry = unverified_expiry(&token);
        let bearer = bearer(&token)?;
        Ok(Self::LoggedIn { token, expiry, bearer })
    }
}
