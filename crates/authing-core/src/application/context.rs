//! The state that an application's flows need.
#![cfg_attr(
    target_arch = "wasm32",
    expect(
        clippy::arc_with_non_send_sync,
        reason = "there are no threads, so a host's store and randomness may be bound to its one"
    )
)]

use std::sync::Arc;

use super::discovered::Discovered;
use super::fetched_keys::FetchedKeys;
use super::flights::RefreshFlights;
use super::user_tokens::UserTokens;
use super::{ApplicationConfig, TokenSet, TokenSetStore};
use crate::Error;
use crate::random::{Random, Randomness};
use crate::runtime::Runtime;
use crate::single_flight::SingleFlight;
use crate::v3::password::FetchedPasswordKey;

/// The state that the flows of one client of an application need: the application's state, and for a user's client the tokens.
///
/// Each client has one. A program with a driver of its own creates one with [`ApplicationContext::new`].
#[derive(Debug)]
pub struct ApplicationContext {
    state: Arc<ApplicationState>,
    user: Option<Arc<UserTokens>>,
}

/// The state that all clients of an application share.
struct ApplicationState {
    config: ApplicationConfig,
    runtime: Arc<Runtime>,
    metadata: SingleFlight<Discovered>,
    keys: SingleFlight<FetchedKeys>,
    refreshes: RefreshFlights,
    password_key: SingleFlight<FetchedPasswordKey>,
}

impl std::fmt::Debug for ApplicationState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { config, runtime: _, metadata: _, keys: _, refreshes: _, password_key: _ } = self;
        f.debug_struct("ApplicationState").field("config", config).finish_non_exhaustive()
    }
}

impl ApplicationContext {
    /// The context of the application itself. `randomness` is a [`Seed`](crate::Seed), or better a source of seeds
    /// ([`Randomness::from_fn`]).
    pub fn new(config: ApplicationConfig, randomness: impl Into<Randomness>) -> Arc<Self> {
        let state = ApplicationState {
            runtime: Arc::new(Runtime::new(config.http().clone(), randomness.into())),
            config,
            metadata: SingleFlight::default(),
            keys: SingleFlight::default(),
            refreshes: RefreshFlights::default(),
            password_key: SingleFlight::default(),
        };
        Arc::new(Self { state: Arc::new(state), user: None })
    }

    /// The context of one user of the application.
    pub fn for_user(&self, tokens: TokenSet) -> Arc<Self> {
        self.with_user(UserTokens::new(tokens, None))
    }

    /// The context of one user, whose tokens are kept in a store. They are saved before the context is returned.
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if they cannot be saved.
    pub fn for_user_with_store(
        &self,
        tokens: TokenSet,
        store: impl TokenSetStore + 'static,
    ) -> Result<Arc<Self>, Error> {
        store.save(&tokens)?;
        Ok(self.with_user(UserTokens::new(tokens, Some(Arc::new(store)))))
    }

    /// The context of the user whose tokens a store holds.
    ///
    /// # Errors
    ///
    /// [`Error::NotLoggedIn`] if the store holds none. [`Error::Store`] if it cannot be read.
    pub fn restored(&self, store: impl TokenSetStore + 'static) -> Result<Arc<Self>, Error> {
        let tokens = store.load()?.ok_or(Error::NotLoggedIn)?;
        Ok(self.with_user(UserTokens::new(tokens, Some(Arc::new(store)))))
    }

    /// The settings.
    pub fn config(&self) -> &ApplicationConfig {
        &self.state.config
    }

    /// The source of random numbers.
    pub fn random(&self) -> &Random {
        self.state.runtime.random()
    }

    /// The user's current tokens, if this is a user's context.
    pub fn tokens(&self) -> Option<TokenSet> {
        self.user.as_ref().map(|user| TokenSet::clone(&user.current()))
    }

    pub(crate) fn runtime(&self) -> &Arc<Runtime> {
        &self.state.runtime
    }

    pub(super) fn user(&self) -> Option<&Arc<UserTokens>> {
        self.user.as_ref()
    }

    pub(super) fn metadata(&self) -> &SingleFlight<Discovered> {
        &self.state.metadata
    }

    pub(super) fn keys(&self) -> &SingleFlight<FetchedKeys> {
        &self.state.keys
    }

    pub(super) fn refreshes(&self) -> &RefreshFlights {
        &self.state.refreshes
    }

    pub(super) fn password_key(&self) -> &SingleFlight<FetchedPasswordKey> {
        &self.state.password_key
    }

    /// The context of the application itself, which fetches the state that all users share.
    pub(super) fn of_application(self: &Arc<Self>) -> Arc<Self> {
        match self.user {
            None => Arc::clone(self),
            Some(_) => Arc::new(Self { state: Arc::clone(&self.state), user: None }),
        }
    }

    fn with_user(&self, user: UserTokens) -> Arc<Self> {
        Arc::new(Self { state: Arc::clone(&self.state), user: Some(Arc::new(user)) })
    }
}
