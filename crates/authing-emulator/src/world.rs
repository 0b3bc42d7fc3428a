//! One emulator's whole world: its configuration, clock, faults and state. Every handler is given it.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::answers::{NO_SUCH_APP, Refusal};
use crate::clock::{Clock, Timestamp};
use crate::config::Config;
use crate::crypto::password_key::PasswordKey;
use crate::faults::Faults;
use crate::requests::Log;
use crate::snapshot::Snapshot;
use crate::state::State;
use crate::state::oauth::OauthProvider;

#[derive(Debug)]
pub(crate) struct World {
    pub(crate) config: Config,
    pub(crate) password_key: PasswordKey,
    /// Where the emulator answers, without a trailing slash.
    pub(crate) origin: String,
    pub(crate) clock: Clock,
    pub(crate) faults: Faults,
    pub(crate) requests: Log,
    /// What a reset goes back to.
    start: Snapshot,
    state: Mutex<State>,
}

impl World {
    pub(crate) fn new(config: Config, password_key: PasswordKey, origin: String, start: Snapshot) -> Self {
        let world = Self {
            config,
            password_key,
            origin,
            clock: Clock::default(),
            faults: Faults::default(),
            requests: Log::default(),
            start,
            state: Mutex::default(),
        };
        world.restore(world.start.clone());
        world
    }

    /// The state, locked. Hold it briefly: passwords are decrypted and hashed outside.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // A handler that panicked has told its client; the others go on with what it left.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// Everything is as at the start: users, people, messages, files, the time that was let pass. No faults, no log.
    pub(crate) fn reset(&self) {
        self.restore(self.start.clone());
        self.faults.replace(Vec::new());
        self.requests.clear();
    }

    /// The third parties one can log in with, as they were last set.
    pub(crate) fn oauth_providers(&self) -> Vec<OauthProvider> {
        self.state().oauth_providers.clone().unwrap_or_else(|| self.config.oauth_providers.clone())
    }

    /// Refuses a pool that is not ours.
    pub(crate) fn check_pool(&self, pool: &str) -> Result<(), Refusal> {
        if pool == self.config.user_pool_id { Ok(()) } else { Err(NO_SUCH_APP) }
    }
}
