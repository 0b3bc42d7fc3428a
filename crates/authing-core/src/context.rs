//! The state that the flows of a pool's client need: the pool's, and that of the client's principal.
#![cfg_attr(
    target_arch = "wasm32",
    expect(
        clippy::arc_with_non_send_sync,
        reason = "there are no threads, so a host's store and randomness may be bound to its one"
    )
)]

mod authorize;
mod owner;

use std::sync::Arc;

use crate::config::Config;
use crate::flow::AuthorizationFlow;
use crate::message::HeaderValue;
use crate::random::{Random, Randomness};
use crate::runtime::Runtime;
use crate::session::{MemoryStore, Session, TokenStore};
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::token::unverified_expiry;
use crate::{Error, SessionState, Token, UserId};

/// The state that the flows of one client need: the pool's, and the client's principal.
///
/// Clients have one each. An embedder whose own loop drives flows makes one with [`Context::new`], for a visitor, and from it
/// those of other principals.
#[derive(Debug)]
pub struct Context {
    pool: Arc<PoolState>,
    principal: PrincipalKind,
    /// The user's token, if there is a user. The pool's owner has no session.
    session: Option<Arc<Session>>,
    /// The generation of the session, if a flow of several calls is pinned to the user of that generation.
    pinned: Option<u64>,
}

/// What all clients of a pool share.
#[derive(Debug)]
pub(crate) struct PoolState {
    config: Config,
    runtime: Arc<Runtime>,
    owner: SingleFlight<SharedToken>,
}

/// The kind of a client's principal.
#[derive(Debug)]
pub(crate) enum PrincipalKind {
    /// The visitor, whose session a login changes.
    Visitor,
    /// One user, whom no login replaces: the session stays as it is.
    User,
    /// The pool's owner. What fetches the owner's token comes with the principal: a mini-program has none of the code.
    Owner(fn(&Arc<Context>, Option<Token>) -> AuthorizationFlow),
}

/// A token and when it expires.
#[derive(Clone, Debug)]
pub(crate) struct SharedToken {
    pub(crate) token: Token,
    pub(crate) expiry: Option<Timestamp>,
}

impl SharedToken {
    pub(crate) fn new(token: Token) -> Self {
        let expiry = unverified_expiry(&token);
        Self { token, expiry }
    }
}

impl PoolState {
    pub(crate) fn new(config: Config, randomness: Randomness) -> Arc<Self> {
        let runtime = Arc::new(Runtime::new(config.http().clone(), randomness));
        Arc::new(Self { config, runtime, owner: SingleFlight::default() })
    }

    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// A visitor with a session in memory.
    pub(crate) fn visitor(self: &Arc<Self>) -> Arc<Context> {
        // A new store is empty, and reading it cannot fail.
        self.restored(Arc::new(MemoryStore::default())).unwrap_or_else(|error| unreachable!("{error}"))
    }

    /// A visitor with the session that a store holds.
    pub(crate) fn restored(self: &Arc<Self>, store: Arc<dyn TokenStore>) -> Result<Arc<Context>, Error> {
        let session = Session::restore(store, self.config.pool())?;
        Ok(self.context(PrincipalKind::Visitor, Arc::new(session), None))
    }

    /// One user.
    pub(crate) fn user(self: &Arc<Self>, token: Token) -> Result<Arc<Context>, Error> {
        let session = Session::of(token)?;
        Ok(self.context(PrincipalKind::User, Arc::new(session), None))
    }

    /// The context of a session's user.
    fn context(self: &Arc<Self>, principal: PrincipalKind, session: Arc<Session>, pinned: Option<u64>) -> Arc<Context> {
        Arc::new(Context { pool: Arc::clone(self), principal, session: Some(session), pinned })
    }
}

impl Context {
    /// The context of a visitor whose session is in memory. `randomness` is a [`Seed`](crate::Seed), or better a source of
    /// seeds ([`Randomness::from_fn`]).
    pub fn new(config: Config, randomness: impl Into<Randomness>) -> Arc<Self> {
        PoolState::new(config, randomness.into()).visitor()
    }

    /// The context of a visitor whose token is in a store.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if the store cannot be read.
    pub fn restore(
        config: Config,
        randomness: impl Into<Randomness>,
        store: impl TokenStore + 'static,
    ) -> Result<Arc<Self>, Error> {
        PoolState::new(config, randomness.into()).restored(Arc::new(store))
    }

    /// The context of another visitor of the pool, whose token is in a store.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if the store cannot be read.
    pub fn restored(&self, store: impl TokenStore + 'static) -> Result<Arc<Self>, Error> {
        self.pool.restored(Arc::new(store))
    }

    /// The context of one user of the pool.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the token is empty or holds what a header cannot carry.
    pub fn for_user(&self, token: impl Into<Token>) -> Result<Arc<Self>, Error> {
        self.pool.user(token.into())
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.pool.config
    }

    /// The visitor's session; none of the other principals has one.
    pub fn session(&self) -> Option<&Arc<Session>> {
        match self.principal {
            PrincipalKind::Visitor => self.session.as_ref(),
            PrincipalKind::User | PrincipalKind::Owner(_) => None,
        }
    }

    /// The source of random numbers.
    pub fn random(&self) -> &Random {
        self.pool.runtime.random()
    }

    /// The user's token, if it has not expired.
    pub(crate) fn user_token(&self, now: Timestamp) -> Result<Option<Token>, Error> {
        self.session.as_ref().map_or(Ok(None), |session| session.valid_token(now, self.pinned))
    }

    /// The header that carries the user's token.
    pub(crate) fn user_bearer(&self, now: Timestamp) -> Result<Option<HeaderValue>, Error> {
        self.session.as_ref().map_or(Ok(None), |session| session.valid_bearer(now, self.pinned))
    }

    /// The id of the user, from the unverified token.
    pub(crate) fn user_id(&self) -> Option<UserId> {
        self.session.as_ref()?.user_id()
    }

    /// The state of the user's login.
    pub(crate) fn login_state(&self, now: Timestamp) -> SessionState {
        self.session.as_ref().map_or(SessionState::Anonymous, |session| session.state(now))
    }

    /// The same context, for the user who is logged in now and no other: for flows of several calls.
    pub(crate) fn pinned(self: &Arc<Self>) -> Arc<Self> {
        match (self.session(), self.pinned) {
            (Some(session), None) => {
                let pinned = Some(session.generation());
                self.pool.context(PrincipalKind::Visitor, Arc::clone(session), pinned)
            }
            _ => Arc::clone(self),
        }
    }

    /// The token that a request of this context may carry, for masking.
    pub(crate) fn token(&self) -> Option<Token> {
        match &self.session {
            Some(session) => session.token(),
            None => self.pool.owner.cached().map(|shared| shared.token),
        }
    }

    pub(crate) fn pool(&self) -> &Arc<PoolState> {
        &self.pool
    }

    pub(crate) fn owner_token(&self) -> &SingleFlight<SharedToken> {
        &self.pool.owner
    }

    pub(crate) fn runtime(&self) -> &Arc<Runtime> {
        &self.pool.runtime
    }

    pub(crate) fn encrypt(&self, name: &'static str, password: &str) -> Result<String, Error> {
        let public_key = self.config().public_key();
        self.random().with(|random| public_key.encrypt(name, password, random))?
    }

    pub(crate) fn random_alphanumeric(&self, length: usize) -> Result<String, Error> {
        self.random().alphanumeric(length)
    }
}
