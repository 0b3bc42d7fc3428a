//! What every driver of flows needs, whichever service it talks to: settings of HTTP, and randomness.

use std::time::Duration;

use crate::config::HttpSettings;
use crate::random::{Random, Randomness};

/// What a pool or an application shares among its clients, for the flows that wrap every other.
#[derive(Debug)]
pub(crate) struct Runtime {
    http: HttpSettings,
    random: Random,
}

impl Runtime {
    pub(crate) fn new(http: HttpSettings, randomness: Randomness) -> Self {
        Self { http, random: Random::new(randomness) }
    }

    pub(crate) fn http(&self) -> &HttpSettings {
        &self.http
    }

    pub(crate) fn random(&self) -> &Random {
        &self.random
    }

    /// Longer than any one step of a call may take: a request and its timeout, or a wait between two attempts.
    pub(crate) fn longest_step(&self) -> Duration {
        self.http.timeout().saturating_add(self.http.retry().max_backoff)
    }
}
