//! The refreshes that are under way or have just ended, by the refresh token.
//!
//! Two requests of one browser session read the same tokens and create a client each. If each used the refresh token, the provider
//! would see a token used twice and revoke all tokens of the login. A refresh therefore belongs to its refresh token, not to a
//! client. It is held weakly while it is under way, and for a minute after its end, because the second request may have read the
//! session before the first has written the new tokens.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use super::TokenSet;
use crate::RefreshToken;
use crate::single_flight::SingleFlight;
use crate::sync::lock;
use crate::time::Timestamp;

/// The refresh of one refresh token.
pub(super) type Flight = SingleFlight<Arc<TokenSet>>;

/// The time for which the outcome of a refresh is kept, and the greatest number of kept refreshes.
const TERM: Duration = Duration::from_secs(60);
const MAX_RECENT: usize = 1024;

/// The refreshes of an application, by the hash of the refresh token.
#[derive(Default)]
pub(super) struct RefreshFlights(Mutex<Flights>);

#[derive(Default)]
struct Flights {
    known: BTreeMap<[u8; 32], Weak<Flight>>,
    recent: VecDeque<(Timestamp, Arc<Flight>)>,
    /// The number of entries at which those that have ended are removed.
    limit: usize,
}

impl RefreshFlights {
    /// The refresh of a token.
    pub(super) fn get(&self, token: &RefreshToken, now: Timestamp) -> Arc<Flight> {
        let mut flights = lock(&self.0);
        flights.drop_old(now);
        let hash = Sha256::digest(token.expose()).into();
        if let Some(flight) = flights.known.get(&hash).and_then(Weak::upgrade) {
            return flight;
        }
        flights.drop_ended();
        let flight = Arc::new(Flight::default());
        flights.known.insert(hash, Arc::downgrade(&flight));
        flight
    }

    /// Keeps a refresh that has ended.
    pub(super) fn keep(&self, flight: &Arc<Flight>, now: Timestamp) {
        let mut flights = lock(&self.0);
        flights.drop_old(now);
        if flights.recent.len() >= MAX_RECENT {
            flights.recent.pop_front();
        }
        flights.recent.push_back((now, Arc::clone(flight)));
    }

    #[cfg(test)]
    fn len(&self) -> usize {
        lock(&self.0).known.len()
    }
}

impl Flights {
    fn drop_old(&mut self, now: Timestamp) {
        self.recent.retain(|(ended, _)| now.is_within(*ended, TERM));
    }

    /// Removes entries that are no longer held, whenever their number has doubled: a constant cost for each refresh.
    fn drop_ended(&mut self) {
        if self.known.len() >= self.limit {
            self.known.retain(|_, flight| flight.strong_count() > 0);
            self.limit = (self.known.len() * 2).max(64);
        }
    }
}

impl fmt::Debug for RefreshFlights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefreshFlights(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_secs(1_600_000_000);

    #[test]
    fn ended_refreshes_take_no_room() {
        let flights = RefreshFlights::default();
        for number in 0..10_000 {
            flights.get(&format!("token {number}").into(), NOW);
        }
        assert!(flights.len() <= 64, "{}", flights.len());
    }

    #[test]
    fn kept_refreshes_are_bounded_in_number_and_time() {
        let flights = RefreshFlights::default();
        for number in 0..2 * MAX_RECENT {
            flights.keep(&flights.get(&format!("token {number}").into(), NOW), NOW);
        }
        assert_eq!(lock(&flights.0).recent.len(), MAX_RECENT);
        flights.get(&"another".into(), NOW + TERM);
        assert_eq!(lock(&flights.0).recent.len(), 0);
    }
}
