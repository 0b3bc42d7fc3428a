//! The state that an administrator's flows need.
#![cfg_attr(
    target_arch = "wasm32",
    expect(clippy::arc_with_non_send_sync, reason = "there are no threads, so randomness may be bound to its one")
)]

use std::fmt;
use std::sync::Arc;

use super::ManagementConfig;
use super::token::ManagementToken;
use crate::random::{Random, Randomness};
use crate::runtime::Runtime;
use crate::single_flight::SingleFlight;
use crate::v3::password::FetchedPasswordKey;

/// The state that the flows of an administrator's client need. Clients have one each; clones of a client share it.
pub struct ManagementContext {
    config: ManagementConfig,
    runtime: Arc<Runtime>,
    token: SingleFlight<ManagementToken>,
    password_key: SingleFlight<FetchedPasswordKey>,
}

impl ManagementContext {
    /// The context of an administrator. `randomness` is a [`Seed`](crate::Seed), or better a source of seeds
    /// ([`Randomness::from_fn`]).
    pub fn new(config: ManagementConfig, randomness: impl Into<Randomness>) -> Arc<Self> {
        Arc::new(Self {
            runtime: Arc::new(Runtime::new(config.http().clone(), randomness.into())),
            config,
            token: SingleFlight::default(),
            password_key: SingleFlight::default(),
        })
    }

    /// The settings.
    pub fn config(&self) -> &ManagementConfig {
        &self.config
    }

    /// The source of random numbers.
    pub fn random(&self) -> &Random {
        self.runtime.random()
    }

    pub(crate) fn runtime(&self) -> &Arc<Runtime> {
        &self.runtime
    }

    pub(super) fn token(&self) -> &SingleFlight<ManagementToken> {
        &self.token
    }

    pub(super) fn password_key(&self) -> &SingleFlight<FetchedPasswordKey> {
        &self.password_key
    }
}

impl fmt::Debug for ManagementContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { config, runtime: _, token: _, password_key: _ } = self;
        f.debug_struct("ManagementContext").field("config", config).finish_non_exhaustive()
    }
}
