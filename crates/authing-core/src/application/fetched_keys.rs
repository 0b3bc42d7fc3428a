//! The cache of the provider's public keys.
//!
//! A known key is used for an hour, so that a revoked key does not stay valid. For an unknown key, the keys are fetched
//! again, at most once a minute: tokens with an invented `kid` must not cost the provider a request each. If the fetch
//! fails, the keys of the last hour stay in use.

use std::sync::Arc;
use std::time::Duration;

use crate::time::Timestamp;
use crate::token::JsonWebKeySet;

/// The keys, the time of their fetch, and the time of the last attempt.
#[derive(Clone)]
pub(super) struct FetchedKeys {
    pub(super) keys: Arc<JsonWebKeySet>,
    fetched: Timestamp,
    tried: Timestamp,
}

/// The time for which keys are used.
const TERM: Duration = Duration::from_secs(3600);
/// The time for which an unknown key is not requested again.
const UNKNOWN_KEY_TERM: Duration = Duration::from_secs(60);

impl FetchedKeys {
    pub(super) fn new(keys: JsonWebKeySet, now: Timestamp) -> Self {
        Self { keys: Arc::new(keys), fetched: now, tried: now }
    }

    /// Whether a token with this `kid` can be verified or rejected with these keys.
    pub(super) fn is_usable(&self, key_id: Option<&str>, now: Timestamp) -> bool {
        let is_known = self.keys.find(key_id).is_some();
        now.is_within(self.fetched, TERM) && (is_known || now.is_within(self.tried, UNKNOWN_KEY_TERM))
    }

    /// The same keys after others could not be fetched, unless they are too old.
    pub(super) fn tried_again(self, now: Timestamp) -> Option<Self> {
        now.is_within(self.fetched, TERM).then_some(Self { tried: now, ..self })
    }
}
