//! The code keeper: which code may be used, and when a new one may be taken. No I/O; the [`flows`](crate::flows) do what it
//! says.
//!
//! ```text
//!            fetch           put              lend
//!  ┌───────┐ ────▶ ┌────────┐ ────▶ ┌──────┐ ─────▶ ┌──────┐ used: fetch
//!  │ none  │       │Fetching│       │ Held │        │ Lent │ ──────────▶ Fetching
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
pub const CODE_LIFE: Duration = Duration::from_mins(5);
/// A code that is older is not sent any more: the request takes its time too, and the service has yet to trade it.
const USABLE: Duration = CODE_LIFE.saturating_sub(Duration::from_secs(20));
/// A code that is older is replaced while nothing happens.
const RENEW: Duration = Duration::from_mins(4);
/// How long to leave alone what is not the keeper's to change now.
const IDLE_PACE: Duration = Duration::from_mins(1);
const BUSY_PACE: Duration = Duration::from_secs(1);

/// Keeps one code ahead. Clones are the same keeper.
#[derive(Clone, Debug, Default)]
pub struct CodeKeeper(Arc<Mutex<State>>);

#[derive(Debug, Default)]
enum State {
    /// No code is kept: none was asked for yet, or the caller takes codes himself.
    #[default]
    Idle,
    /// There is none, and there should be.
    Missing,
    Fetching,
    Held(Kept),
    Lent,
}

#[derive(Clone, Debug)]
struct Kept {
    code: WechatCode,
    since: Timestamp,
}

impl Kept {
    /// A clock that was put back says nothing about a code's age, so that counts as old.
    fn is_younger(&self, age: Duration, now: Timestamp) -> bool {
        self.since <= now && now.since(self.since) < age
    }
}

/// Where the keeper stands, for a caller who needs a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is a code that can be used.
    Ready,
    /// A `wx.login` is on its way.
    Fetching,
    /// Another call has the code.
    Lent,
    /// There should be one, and there is none, or it is too old.
    Nothing,
    /// No code was taken since launch, so that the data's `session_key` is of an earlier run, and may be the one that the next
    /// `wx.login` has.
    Idle,
}

impl CodeKeeper {
    /// Where the keeper stands.
    pub fn standing(&self, now: Timestamp) -> Standing {
        match &*self.lock() {
            State::Held(kept) if kept.is_younger(USABLE, now) => Standing::Ready,
            State::Fetching => Standing::Fetching,
            State::Lent => Standing::Lent,
            State::Missing | State::Held(_) => Standing::Nothing,
            State::Idle => Standing::Idle,
        }
    }

    /// The code, for one call. `None` unless [`Standing::Ready`].
    pub(crate) fn lend(&self, now: Timestamp) -> Option<Loan> {
        let mut state = self.lock();
        match &*state {
            State::Held(kept) if kept.is_younger(USABLE, now) => {
                let kept = kept.clone();
                *state = State::Lent;
                Some(Loan { keeper: self.clone(), kept, sent: false, returned: false })
            }
            _ => None,
        }
    }

    /// The right to take a new code, which makes the old one worthless. `None` while another does or a code is lent.
    pub(crate) fn fetch(&self, now: Timestamp) -> Option<Fetch> {
        let mut state = self.lock();
        match *state {
            State::Fetching | State::Lent => None,
            State::Idle | State::Missing | State::Held(_) => {
                *state = State::Fetching;
                Some(Fetch { keeper: self.clone(), since: now, returned: false })
            }
        }
    }

    /// How long the code needs no renewal; `None` when it does.
    pub(crate) fn rest(&self, now: Timestamp) -> Option<Duration> {
        match &*self.lock() {
            State::Idle => Some(IDLE_PACE),
            State::Fetching | State::Lent => Some(BUSY_PACE),
            State::Held(kept) if kept.is_younger(RENEW, now) => Some(RENEW.saturating_sub(now.since(kept.since))),
            State::Held(_) | State::Missing => None,
        }
    }

    /// WeChat lost the session, and with it the code is worthless.
    pub(crate) fn lose(&self) {
        let mut state = self.lock();
        if let State::Held(_) = *state {
            *state = State::Missing;
        }
    }

    /// The caller takes codes himself: ours is worthless by now, and taking another would spoil his.
    pub(crate) fn retire(&self) {
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
pub(crate) struct Loan {
    keeper: CodeKeeper,
    kept: Kept,
    sent: bool,
    returned: bool,
}

impl Loan {
    pub(crate) fn code(&self) -> WechatCode {
        self.kept.code.clone()
    }

    /// Whether the code may still be sent.
    pub(crate) fn is_usable(&self, now: Timestamp) -> bool {
        self.kept.is_younger(USABLE, now)
    }

    /// The code is on its way to the service, and used up whatever becomes of it.
    pub(crate) fn mark_sent(&mut self) {
        self.sent = true;
    }

    pub(crate) fn is_sent(&self) -> bool {
        self.sent
    }

    /// The call is over: from the code's end follows the right to take the next.
    pub(crate) fn replace(mut self, now: Timestamp) -> Fetch {
        self.returned = true;
        *self.keeper.lock() = State::Fetching;
        Fetch { keeper: self.keeper.clone(), since: now, returned: false }
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        if !self.returned {
            *self.keeper.lock() = if self.sent { State::Missing } else { State::Held(self.kept.clone()) };
        }
    }
}

/// The right to take a new code.
#[derive(Debug)]
pub(crate) struct Fetch {
    keeper: CodeKeeper,
    /// Since when, at the latest, the code lives: it is not known when WeChat made it.
    since: Timestamp,
    returned: bool,
}

impl Fetch {
    /// The new code.
    pub(crate) fn put(mut self, code: WechatCode) {
        self.returned = true;
        *self.keeper.lock() = State::Held(Kept { code, since: self.since });
    }
}

impl Drop for Fetch {
    fn drop(&mut self) {
        if !self.returned {
            *self.keeper.lock() = State::Missing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The flows look before they take; on several threads, what they saw may be gone.
    #[test]
    fn what_another_has_is_not_given_twice() {
        let (keeper, now) = (CodeKeeper::default(), Timestamp::from_secs(1));
        assert!(keeper.lend(now).is_none());
        let fetch = keeper.fetch(now).expect("nobody has it");
        assert!(keeper.fetch(now).is_none() && keeper.lend(now).is_none());
        fetch.put("A".into());
        let loan = keeper.lend(now).expect("it is ready");
        assert!(keeper.fetch(now).is_none() && keeper.lend(now).is_none());
        drop(loan);
        assert_eq!(keeper.standing(now), Standing::Ready);
    }
}
