//! The flow that leases a code for a call.
//!
//! ```text
//!                      ready
//!  ┌───────────────┐ ──────────▶ done, or "tap again" if the data is older than the code
//!  │ CheckingCache │ ── busy ──▶ ┌──────────┐ ── waited ─▶ CheckingCache
//!  └───────────────┘             │ Waiting  │   another call has it, or a login is on its way
//!          │                     └──────────┘
//!          └────── nothing ────▶ ┌──────────┐ ── code ───▶ CheckingCache
//!                                │ Fetching │
//!                                └──────────┘
//! ```

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};

use authing_core::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress};
use authing_core::{Error, Timestamp};

use super::pause::Pause;
use crate::code_cache::{CodeCache, CodeLease, CodeState};

/// The state of the data that the code belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DataState {
    /// The data exists: a code that is fetched later may not fit it.
    Available,
    /// The data is requested after the code.
    Pending,
}

/// Leases the code of the cache. Without a code, it fetches one for the next attempt.
#[derive(Debug)]
pub(crate) struct AcquireCode {
    cache: CodeCache,
    data: DataState,
    /// The code of the data is no longer valid; the flow only fetches the next code.
    too_late: bool,
    pause: Pause,
    ended: bool,
}

impl AcquireCode {
    pub(crate) fn new(cache: &CodeCache, data: DataState) -> Self {
        Self { cache: cache.clone(), data, too_late: false, pause: Pause::Over, ended: false }
    }

    /// The code, or a pause.
    fn look(&mut self, now: Timestamp) -> Result<Option<CodeLease>, Error> {
        let state = self.cache.state(now);
        if matches!(state, CodeState::Leased | CodeState::Missing) {
            self.too_late = self.data == DataState::Available;
        }
        self.pause = match state {
            CodeState::Ready if self.too_late => return Err(Error::TapAgain),
            CodeState::Ready => match self.cache.acquire(now) {
                Some(lease) => return Ok(Some(lease)),
                // Another thread leased the code after the check: the flow waits as if that thread had come first.
                None => Pause::until_free(),
            },
            CodeState::Missing | CodeState::Idle => Pause::fetch(&self.cache, now),
            CodeState::Fetching | CodeState::Leased => Pause::until_free(),
        };
        Ok(None)
    }
}

impl Flow for AcquireCode {
    type Notification = Infallible;
    type Output = CodeLease;

    fn poll(&mut self, now: Timestamp) -> Progress<CodeLease> {
        loop {
            if let Some(step) = self.pause.step() {
                return Ok(Continue(step));
            }
            if std::mem::replace(&mut self.ended, true) {
                return Err(POLLED_AFTER_COMPLETION);
            }
            if let Some(lease) = self.look(now)? {
                return Ok(Break(lease));
            }
            self.ended = false;
        }
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        let handled = self.pause.handle(event);
        self.ended = handled.is_err();
        handled
    }
}
