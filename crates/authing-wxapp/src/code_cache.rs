//! The code cache: the state of the current `wx.login` code. It does no I/O; the [`flows`](crate::flows) fetch the codes.
//!
//! ```text
//!            fetch            complete        acquire
//!  ┌───────┐ ────▶ ┌──────────┐ ────▶ ┌──────┐ ─────▶ ┌────────┐ used: refetch
//!  │ none  │       │ Fetching │       │ Held │        │ Leased │ ────────────▶ Fetching
//!  └───────┘ ◀──── └──────────┘       └──────┘ ◀───── └────────┘
//!         dropped, failed                 dropped unused
//! ```
//!
//! While a code is leased, no other code is fetched: the data of the running call is encrypted with that code's `session_key`, which a
//! new `wx.login` may replace. A dropped lease returns the code if no request was sent; otherwise the code counts as used.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use authing_core::{Timestamp, WechatCode};

/// The time for which WeChat accepts a code.
pub const CODE_LIFETIME: Duration = Duration::from_secs(5 * 60);
/// The greatest age at which a code is sent. The rest of its lifetime is for the request and for the service's own exchange.
const MAX_SEND_AGE: Duration = CODE_LIFETIME.saturating_sub(Duration::from_secs(20));
/// The age at which an unused code is replaced.
const REFRESH_AGE: Duration = Duration::from_secs(4 * 60);
/// The intervals of the refresh while the cache is idle, and while a code is fetched or leased.
const IDLE_INTERVAL: Duration = Duration::from_secs(60);
const BUSY_INTERVAL: Duration = Duration::from_secs(1);

/// A cache of one code. Clones share the code.
#[derive(Clone, Debug, Default)]
pub struct CodeCache(Arc<Mutex<State>>);

#[derive(Debug, Default)]
enum State {
    /// No code was requested yet, or the caller passes its own codes.
    #[default]
    Idle,
    /// A code is needed, and there is none.
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
    /// If the clock was set back, the age is unknown and the code counts as old.
    fn is_younger(&self, age: Duration, now: Timestamp) -> bool {
        self.fetched_at <= now && now.saturating_duration_since(self.fetched_at) < age
    }
}

/// The state of the cache, for a caller that needs a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeState {
    /// The cache holds a code that can be sent.
    Ready,
    /// A `wx.login` is running.
    Fetching,
    /// Another call has leased the code.
    Leased,
    /// There is no code, or it is too old.
    Missing,
    /// No code was fetched since launch. The data's `session_key` is then of an earlier run, and the next `wx.login` may have the same
    /// key.
    Idle,
}

impl CodeCache {
    /// The state of the cache.
    pub fn state(&self, now: Timestamp) -> CodeState {
        match &*self.lock() {
            State::Held(cached) if cached.is_younger(MAX_SEND_AGE, now) => CodeState::Ready,
            State::Fetching => CodeState::Fetching,
            State::Leased => CodeState::Leased,
            State::Missing | State::Held(_) => CodeState::Missing,
            State::Idle => CodeState::Idle,
        }
    }

    /// Leases the code to one call. `None` unless the state is [`CodeState::Ready`].
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

    /// A permit to fetch a new code, which invalidates the old one. `None` while another call fetches a code or has leased one.
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

    /// The time until the code is due for a refresh; `None` if it is due.
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

    /// Drops the code, because WeChat's session is no longer valid.
    pub(crate) fn invalidate(&self) {
        let mut state = self.lock();
        if let State::Held(_) = *state {
            *state = State::Missing;
        }
    }

    /// The caller passes its own `wx.login` codes. Drops the cached code, which is no longer valid, and stops fetching: a new `wx.login`
    /// could invalidate the caller's code.
    pub(crate) fn deactivate(&self) {
        let mut state = self.lock();
        if let State::Held(_) | State::Missing = *state {
            *state = State::Idle;
        }
    }

    /// Locks the state, poisoned or not: no holder leaves a partial change.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A code that is leased to one call.
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

    /// Marks the code as used: the request that holds it is being sent.
    pub(crate) fn mark_sent(&mut self) {
        self.sent = true;
    }

    pub(crate) fn is_sent(&self) -> bool {
        self.sent
    }

    /// Ends the lease of a used code, and permits the fetch of the next.
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

/// A permit to fetch a new code.
#[derive(Debug)]
pub(crate) struct FetchPermit {
    cache: CodeCache,
    /// The start of the fetch. WeChat issues the code later, so the code is never older than computed.
    fetched_at: Timestamp,
    returned: bool,
}

impl FetchPermit {
    /// Stores the new code.
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

    /// The flows check the state before they lease; on several threads, another flow may have changed it.
    #[test]
    fn leased_code_is_not_leased_twice() {
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
