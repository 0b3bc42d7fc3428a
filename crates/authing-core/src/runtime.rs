//! The part of a context that every driver of flows needs, for either generation of the service: settings of HTTP, and randomness.

use std::time::Duration;

use crate::config::HttpSettings;
use crate::random::{Random, Randomness};

/// The settings and the randomness that all clients of a pool or of an application share, for the flows that wrap every flow.
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
