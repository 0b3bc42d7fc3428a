//! How a call comes by its code.
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

/// How often a caller who waits looks again.
const WAIT_INTERVAL: Duration = Duration::from_millis(10);

/// When the data is encrypted that the code is to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DataState {
    /// It is at hand: a code that is taken from now on may not open it.
    Available,
    /// It will be, once there is a code.
    Pending,
}

/// Takes the keeper's code, and sees to it that there is one next time if there is none now.
#[derive(Debug)]
pub(crate) struct AcquireCode {
    cache: CodeCache,
    data: DataState,
    /// The data's own code is gone; what remains to do is to have the next one ready.
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

    /// The code, or the state to go on in.
    fn look(&mut self, now: Timestamp) -> Result<ControlFlow<CodeLease, State>, Error> {
        let state = self.cache.state(now);
        if matches!(state, CodeState::Leased | CodeState::Missing) {
            self.too_late = self.data == DataState::Available;
        }
        // Another thread may take what was there when we looked: then it is as if it had come first.
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
