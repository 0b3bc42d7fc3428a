//! The code keeper: which code may be used, and when a new one may be taken. No I/O; the [`flows`](crate::flows) do what it
//! says.
//!
//! ```text
//!            fetch           put              acquire
//!  ┌───────┐ ────▶ ┌────────┐ ────▶ ┌──────┐ ─────▶ ┌──────┐ used: fetch
//!  │ none  │       │Fetching│       │ Held │        │ Leased │ ──────────▶ Fetching
//!  └───────┘ ◀──── └────────┘       └──────┘ ◀───── └──────┘
//!         dropped, failed               given back unused
//! ```
//!
//! While a code is lent nobody takes another, because the data on its way to the service was encrypted with that code's
//! `session_key`, which a new `wx.login` may replace. A loan that is dropped, because its caller was cancelled, is given back
//! if nothing was sent and counts as used otherwise.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use authing_core::{Timestamp, WechatCode};

/// How long WeChat takes a code.
pub const CODE_LIFETIME: Duration = Duration::from_secs(5 * 60);
/// A code that is older is not sent any more: the request takes its time too, and the service has yet to trade it.
const MAX_SEND_AGE: Duration = CODE_LIFETIME.saturating_sub(Duration::from_secs(20));
/// A code that is older is replaced while nothing happens.
const REFRESH_AGE: Duration = Duration::from_secs(4 * 60);
/// How long to leave alone what is not the keeper's to change now.
const IDLE_INTERVAL: Duration = Duration::from_secs(60);
const BUSY_INTERVAL: Duration = Duration::from_secs(1);

/// Keeps one code ahead. Clones are the same keeper.
#[derive(Clone, Debug, Default)]
pub struct CodeCache(Arc<Mutex<State>>);

#[derive(Debug, Default)]
enum State {
    /// No code is kept: none was asked for yet, or the caller takes codes himself.
    #[default]
    Idle,
    /// There is none, and there should be.
    Missing,
    Fetching,
    Held(CachedCode),
    Leased,
}

#[derive(Clone, Debug)]
struct CachedCode {
    code: WechatCode,
    fetched_at: Timestamp,
}

impl CachedCode {
    /// A clock that was put back says nothing about a code's age, so that counts as old.
    fn is_younger(&self, age: Duration, now: Timestamp) -> bool {
        self.fetched_at <= now && now.saturating_duration_since(self.fetched_at) < age
    }
}

/// Where the keeper stands, for a caller who needs a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeState {
    /// There is a code that can be used.
    Ready,
    /// A `wx.login` is on its way.
    Fetching,
    /// Another call has the code.
    Leased,
    /// There should be one, and there is none, or it is too old.
    Missing,
    /// No code was taken since launch, so that the data's `session_key` is of an earlier run, and may be the one that the next
    /// `wx.login` has.
    Idle,
}

impl CodeCache {
    /// Where the keeper stands.
    pub fn state(&self, now: Timestamp) -> CodeState {
        match &*self.lock() {
            State::Held(cached) if cached.is_younger(MAX_SEND_AGE, now) => CodeState::Ready,
            State::Fetching => CodeState::Fetching,
            State::Leased => CodeState::Leased,
            State::Missing | State::Held(_) => CodeState::Missing,
            State::Idle => CodeState::Idle,
        }
    }

    /// The code, for one call. `None` unless [`CodeState::Ready`].
    pub(crate) fn acquire(&self, now: Timestamp) -> Option<CodeLease> {
        let mut state = self.lock();
        match &*state {
            State::Held(cached) if cached.is_younger(MAX_SEND_AGE, now) => {
                let cached = cached.clone();
                *state = State::Leased;
                Some(CodeLease { cache: self.clone(), cached, sent: false, returned: false })
            }
            _ => None,
        }
    }

    /// The right to take a new code, which makes the old one worthless. `None` while another does or a code is lent.
    pub(crate) fn fetch(&self, now: Timestamp) -> Option<FetchPermit> {
        let mut state = self.lock();
        match *state {
            State::Fetching | State::Leased => None,
            State::Idle | State::Missing | State::Held(_) => {
                *state = State::Fetching;
                Some(FetchPermit { cache: self.clone(), fetched_at: now, returned: false })
            }
        }
    }

    /// How long the code needs no renewal; `None` when it does.
    pub(crate) fn time_to_refresh(&self, now: Timestamp) -> Option<Duration> {
        match &*self.lock() {
            State::Idle => Some(IDLE_INTERVAL),
            State::Fetching | State::Leased => Some(BUSY_INTERVAL),
            State::Held(cached) if cached.is_younger(REFRESH_AGE, now) => {
                Some(REFRESH_AGE.saturating_sub(now.saturating_duration_since(cached.fetched_at)))
            }
            State::Held(_) | State::Missing => None,
        }
    }

    /// WeChat lost the session, and with it the code is worthless.
    pub(crate) fn invalidate(&self) {
        let mut state = self.lock();
        if let State::Held(_) = *state {
            *state = State::Missing;
        }
    }

    /// The caller takes codes himself: ours is worthless by now, and taking another would spoil his.
    pub(crate) fn deactivate(&self) {
        let mut state = self.lock();
        if let State::Held(_) | State::Missing = *state {
            *state = State::Idle;
        }
    }

    /// Nobody leaves half a change behind, so that a panic elsewhere does not spread.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A code that one call has to itself.
#[derive(Debug)]
pub(crate) struct CodeLease {
    cache: CodeCache,
    cached: CachedCode,
    sent: bool,
    returned: bool,
}

impl CodeLease {
    pub(crate) fn code(&self) -> WechatCode {
        self.cached.code.clone()
    }

    /// Whether the code may still be sent.
    pub(crate) fn is_usable(&self, now: Timestamp) -> bool {
        self.cached.is_younger(MAX_SEND_AGE, now)
    }

    /// The code is on its way to the service, and used up whatever becomes of it.
    pub(crate) fn mark_sent(&mut self) {
        self.sent = true;
    }

    pub(crate) fn is_sent(&self) -> bool {
        self.sent
    }

    /// The call is over: from the code's end follows the right to take the next.
    pub(crate) fn refetch(mut self, now: Timestamp) -> FetchPermit {
        self.returned = true;
        *self.cache.lock() = State::Fetching;
        FetchPermit { cache: self.cache.clone(), fetched_at: now, returned: false }
    }
}

impl Drop for CodeLease {
    fn drop(&mut self) {
        if !self.returned {
            *self.cache.lock() = if self.sent { State::Missing } else { State::Held(self.cached.clone()) };
        }
    }
}

/// The right to take a new code.
#[derive(Debug)]
pub(crate) struct FetchPermit {
    cache: CodeCache,
    /// Since when, at the latest, the code lives: it is not known when WeChat made it.
    fetched_at: Timestamp,
    returned: bool,
}

impl FetchPermit {
    /// The new code.
    pub(crate) fn complete(mut self, code: WechatCode) {
        self.returned = true;
        *self.cache.lock() = State::Held(CachedCode { code, fetched_at: self.fetched_at });
    }
}

impl Drop for FetchPermit {
    fn drop(&mut self) {
        if !self.returned {
            *self.cache.lock() = State::Missing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The flows look before they take; on several threads, what they saw may be gone.
    #[test]
    fn what_another_has_is_not_given_twice() {
        let (cache, now) = (CodeCache::default(), Timestamp::from_secs(1));
        assert!(cache.acquire(now).is_none());
        let fetch = cache.fetch(now).expect("nobody has it");
        assert!(cache.fetch(now).is_none() && cache.acquire(now).is_none());
        fetch.complete("A".into());
        let lease = cache.acquire(now).expect("it is ready");
        assert!(cache.fetch(now).is_none() && cache.acquire(now).is_none());
        drop(lease);
        assert_eq!(cache.state(now), CodeState::Ready);
    }
}
