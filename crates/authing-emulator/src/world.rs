//! The world of one pool: its configuration and state, and the clock, faults and log that it shares with the emulator's other
//! pools. Every service is given it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::clock::{Clock, Timestamp};
use crate::config::Config;
use crate::crypto::password_key::PasswordKey;
use crate::host_name::{is_ours, name_of};
use crate::origin;
use crate::state::State;
use crate::state::faults::Faults;
use crate::state::request_log::{Observer, RequestLog};
use crate::state::snapshot::Snapshot;

#[derive(Debug)]
pub(crate) struct World {
    pub(crate) config: Config,
    pub(crate) password_key: PasswordKey,
    /// The origin of the address that the emulator listens on, without a trailing slash.
    pub(crate) own_origin: String,
    pub(crate) clock: Arc<Clock>,
    pub(crate) faults: Arc<Faults>,
    pub(crate) requests: Arc<RequestLog>,
    /// The state that a reset goes back to.
    pub(crate) start: Snapshot,
    state: Mutex<State>,
}

impl World {
    pub(crate) fn new(
        config: Config,
        password_key: PasswordKey,
        own_origin: String,
        start: Snapshot,
        on_request: Option<Observer>,
    ) -> Self {
        let clock = Clock::default();
        clock.set_advanced_millis(start.advanced_millis);
        Self {
            config,
            password_key,
            own_origin,
            clock: Arc::new(clock),
            faults: Arc::default(),
            requests: Arc::new(RequestLog::new(on_request)),
            state: Mutex::new(start.state.clone()),
            start,
        }
    }

    /// The world of another pool of the same emulator.
    pub(crate) fn beside(&self, config: Config, start: Snapshot) -> Self {
        Self {
            config,
            password_key: self.password_key.clone(),
            own_origin: self.own_origin.clone(),
            clock: Arc::clone(&self.clock),
            faults: Arc::clone(&self.faults),
            requests: Arc::clone(&self.requests),
            state: Mutex::new(start.state.clone()),
            start,
        }
    }

    /// The state, locked. Hold it briefly: passwords are decrypted and hashed outside.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // A handler that panicked ends its own request only: the others use the state as it is.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The origin of the URLs in a response, without a trailing slash: that of the request, or the emulator's own without a request.
    pub(crate) fn origin(&self) -> String {
        origin::of_request().unwrap_or_else(|| self.own_origin.clone())
    }

    /// Whether an authority, a host with or without a port, is one of the emulator's names.
    pub(crate) fn is_own_host(&self, authority: &str) -> bool {
        is_ours(name_of(authority), self.config.listen, &self.config.allowed_hosts)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
