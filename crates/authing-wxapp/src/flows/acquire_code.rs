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
use std::ops::ControlFlow::{self, Break, Continue};
use std::time::Duration;

use authing_core::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, UNEXPECTED_EVENT};
use authing_core::host::HostCall;
use authing_core::{Error, Timestamp};

use super::code;
use crate::code_cache::{CodeCache, CodeLease, CodeState, FetchPermit};

/// The time between two checks of the cache.
const WAIT_INTERVAL: Duration = Duration::from_millis(10);

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
    state: State,
}

#[derive(Debug)]
enum State {
    CheckingCache,
    Waiting,
    Fetching(FetchPermit),
    Ended,
}

impl AcquireCode {
    pub(crate) fn new(cache: &CodeCache, data: DataState) -> Self {
        Self { cache: cache.clone(), data, too_late: false, state: State::CheckingCache }
    }

    /// The code, or the next state.
    fn look(&mut self, now: Timestamp) -> Result<ControlFlow<CodeLease, State>, Error> {
        let state = self.cache.state(now);
        if matches!(state, CodeState::Leased | CodeState::Missing) {
            self.too_late = self.data == DataState::Available;
        }
        // Another thread may lease the code after the check: the flow then waits as if that thread had come first.
        Ok(match state {
            CodeState::Ready if self.too_late => return Err(Error::TapAgain),
            CodeState::Ready => self.cache.acquire(now).map_or(Continue(State::Waiting), Break),
            CodeState::Missing | CodeState::Idle => {
                Continue(self.cache.fetch(now).map_or(State::Waiting, State::Fetching))
            }
            CodeState::Fetching | CodeState::Leased => Continue(State::Waiting),
        })
    }
}

impl Flow for AcquireCode {
    type Notification = Infallible;
    type Output = CodeLease;

    fn poll(&mut self, now: Timestamp) -> Progress<CodeLease> {
        loop {
            self.state = match self.state {
                State::CheckingCache => {
                    self.state = State::Ended;
                    match self.look(now)? {
                        Break(lease) => return Ok(Break(lease)),
                        Continue(next) => next,
                    }
                }
                State::Waiting => return Ok(Continue(Step::Wait(WAIT_INTERVAL))),
                State::Fetching(_) => return Ok(Continue(Step::CallHost(HostCall::Login))),
                State::Ended => return Err(POLLED_AFTER_COMPLETION),
            }
        }
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        match (std::mem::replace(&mut self.state, State::Ended), event) {
            (State::Waiting, Event::Waited) => {}
            (State::Fetching(fetch), event) => fetch.complete(code(event)?),
            _ => return Err(UNEXPECTED_EVENT),
        }
        self.state = State::CheckingCache;
        Ok(())
    }
}
