//! A value that many callers share, and that one of them fetches while the others wait.
//!
//! ```text
//!            fetch             finish(value)
//!  ┌───────┐ ─────▶ ┌──────────┐ ─────────▶ ┌────────┐
//!  │ Empty │        │ Fetching │            │ Cached │
//!  └───────┘ ◀───── └──────────┘ ◀───────── └────────┘
//!       drop, or finish(error)       the value is no longer usable
//! ```
//!
//! The caller that fetches holds a [`Lease`], which ends in three ways: the caller finishes it; the caller drops it; or the
//! caller does not poll for longer than any step may take, as when a future is kept but no longer awaited. Then another caller
//! fetches, and a late `finish` of the first changes nothing. No lock is held while a value is fetched.

use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::Error;
use crate::sync::lock;
use crate::time::Timestamp;

/// The time for which later callers get the service's error without a request (negative caching, RFC 2308). A wrong secret
/// does not become right, and a thousand callers that come a moment too late must not fetch one by one.
const NEGATIVE_CACHE_TTL: Duration = Duration::from_secs(1);

/// A value that many share.
pub(crate) struct SingleFlight<T>(Arc<Mutex<Shared<T>>>);

struct Shared<T> {
    value: Option<T>,
    fetches: u64,
    underway: Option<Underway>,
    failed: Option<Failed>,
}

/// A fetch that has begun, and when its caller last polled.
struct Underway {
    id: FetchId,
    renewed: Timestamp,
}

struct Failed {
    id: FetchId,
    at: Timestamp,
    error: Error,
}

/// The number of one fetch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FetchId(u64);

/// What a caller that needs the value must do.
pub(crate) enum Access<T> {
    /// Use this value.
    Cached(T),
    /// Fetch it.
    Fetch(Lease<T>),
    /// Wait for the caller that fetches it.
    Wait(FetchId),
}

impl<T: Clone> SingleFlight<T> {
    /// What to do, for a caller that has waited for a fetch or has just come. A lease ends when its holder has not polled for
    /// `term`. `is_usable` is the caller's own condition: a value that the service did not accept from this caller is not usable.
    pub(crate) fn access(
        &self,
        now: Timestamp,
        term: Duration,
        waited_for: Option<FetchId>,
        is_usable: impl Fn(&T) -> bool,
    ) -> Result<Access<T>, Error> {
        let mut shared = lock(&self.0);
        if let Some(value) = shared.value.as_ref().filter(|value| is_usable(value)) {
            return Ok(Access::Cached(value.clone()));
        }
        if let Some(underway) = shared.underway.as_ref().filter(|it| now.is_within(it.renewed, term)) {
            return Ok(Access::Wait(underway.id));
        }
        if let Some(failed) = shared.failed.as_ref().filter(|it| Some(it.id) == waited_for || it.stands(now)) {
            return Err(failed.error.clone());
        }
        shared.fetches += 1;
        let id = FetchId(shared.fetches);
        shared.underway = Some(Underway { id, renewed: now });
        Ok(Access::Fetch(Lease { id, shared: self.clone() }))
    }
}

impl<T> SingleFlight<T> {
    /// The value that is cached, usable or not.
    pub(crate) fn cached(&self) -> Option<T>
    where
        T: Clone,
    {
        lock(&self.0).value.clone()
    }
}

impl Failed {
    /// Whether later callers get this error. A lost connection may work again at once; an error of the service stays for a second.
    fn stands(&self, now: Timestamp) -> bool {
        matches!(self.error, Error::Service(_))
            && !self.error.is_retryable()
            && now.is_within(self.at, NEGATIVE_CACHE_TTL)
    }
}

/// The right to fetch the value.
pub(crate) struct Lease<T> {
    id: FetchId,
    shared: SingleFlight<T>,
}

impl<T> Lease<T> {
    /// Renews the lease: the caller still polls.
    pub(crate) fn renew(&self, now: Timestamp) {
        if let Some(underway) = lock(&self.shared.0).underway.as_mut().filter(|it| it.id == self.id) {
            underway.renewed = now;
        }
    }

    /// Ends the fetch for every caller that waits.
    pub(crate) fn finish(self, now: Timestamp, outcome: Result<T, &Error>) {
        let mut shared = lock(&self.shared.0);
        if !shared.is_held_by(self.id) {
            return;
        }
        shared.underway = None;
        match outcome {
            Ok(value) => {
                shared.failed = None;
                shared.value = Some(value);
            }
            Err(error) => shared.failed = Some(Failed { id: self.id, at: now, error: error.clone() }),
        }
    }
}

impl<T> Shared<T> {
    fn is_held_by(&self, id: FetchId) -> bool {
        self.underway.as_ref().is_some_and(|underway| underway.id == id)
    }
}

impl<T> Drop for Lease<T> {
    fn drop(&mut self) {
        let mut shared = lock(&self.shared.0);
        if shared.is_held_by(self.id) {
            shared.underway = None;
        }
    }
}

impl<T> Default for SingleFlight<T> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Shared { value: None, fetches: 0, underway: None, failed: None })))
    }
}

impl<T> Clone for SingleFlight<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> fmt::Debug for SingleFlight<T> {
    /// Whether there is a value; the value may be a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shared = lock(&self.0);
        f.debug_struct("SingleFlight")
            .field("cached", &shared.value.is_some())
            .field("underway", &shared.underway.is_some())
            .finish()
    }
}

impl<T> fmt::Debug for Lease<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lease({:?})", self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERM: Duration = Duration::from_secs(15);
    const START: Timestamp = Timestamp::from_secs(1_600_000_000);

    fn fetch(flight: &SingleFlight<u32>, now: Timestamp) -> Lease<u32> {
        match flight.access(now, TERM, None, |_| true) {
            Ok(Access::Fetch(lease)) => lease,
            _ => panic!("the caller must fetch"),
        }
    }

    fn waits(flight: &SingleFlight<u32>, now: Timestamp) -> bool {
        matches!(flight.access(now, TERM, None, |_| true), Ok(Access::Wait(_)))
    }

    #[test]
    fn lease_that_is_not_renewed_ends_after_its_term() {
        let flight = SingleFlight::default();
        let abandoned = fetch(&flight, START);
        assert!(waits(&flight, START + TERM - Duration::from_millis(1)));
        let second = fetch(&flight, START + TERM);
        drop(abandoned);
        assert!(waits(&flight, START + TERM), "a late drop must not end the second fetch");
        second.finish(START + TERM, Ok(2));
        assert_eq!(flight.cached(), Some(2));
    }

    #[test]
    fn renewed_lease_outlasts_its_term() {
        let flight = SingleFlight::default();
        let lease = fetch(&flight, START);
        lease.renew(START + TERM - Duration::from_secs(1));
        assert!(waits(&flight, START + TERM + Duration::from_secs(5)));
    }

    #[test]
    fn late_leader_overwrites_nothing() {
        let flight = SingleFlight::default();
        let late = fetch(&flight, START);
        fetch(&flight, START + TERM).finish(START + TERM, Ok(2));
        late.renew(START + TERM);
        late.finish(START + TERM, Ok(1));
        assert_eq!(flight.cached(), Some(2));
    }

    #[test]
    fn clock_set_back_ends_a_lease() {
        let flight = SingleFlight::default();
        let _abandoned = fetch(&flight, START);
        assert!(!waits(&flight, START - Duration::from_secs(3600)));
    }

    #[test]
    fn clock_set_back_does_not_prolong_an_error() {
        let flight = SingleFlight::<u32>::default();
        let error = crate::ServiceError::new(Some(crate::ErrorCode::FORBIDDEN), "no", 200).into();
        fetch(&flight, START).finish(START, Err(&error));
        assert!(flight.access(START + Duration::from_millis(999), TERM, None, |_| true).is_err());
        let earlier = START - Duration::from_secs(3600);
        assert!(matches!(flight.access(earlier, TERM, None, |_| true), Ok(Access::Fetch(_))));
    }
}
