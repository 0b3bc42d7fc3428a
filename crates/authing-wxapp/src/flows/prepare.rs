//! The flow that fetches a code before the user taps: on launch, and when the mini-program is shown again.
//!
//! ```text
//!  ┌───────────────┐ a young code ┌──────────┐ session is valid
//!  │ CheckingCache │ ───────────▶ │ Checking │ ────────────────▶ done
//!  └───────────────┘ ◀─────────── └──────────┘
//!     │   │           it is not
//!     │   └─ busy ─▶ Waiting ── waited ─▶ CheckingCache
//!     └─ none, or an old one ─▶ Fetching ── code ─▶ done
//! ```

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};
use std::time::Duration;

use authing_core::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, UNEXPECTED_EVENT};
use authing_core::host::{HostCall, HostResponse};
use authing_core::{Error, Timestamp};

use super::code;
use crate::code_cache::{CodeCache, CodeState, FetchPermit};

/// The time between two checks of the cache.
const WAIT_INTERVAL: Duration = Duration::from_millis(10);

/// Fetches a code unless the cache holds a young one whose session is valid.
#[derive(Debug)]
pub struct Prepare {
    cache: CodeCache,
    state: State,
}

#[derive(Debug)]
enum State {
    CheckingCache,
    Waiting,
    Checking,
    Fetching(FetchPermit),
    Ready,
    Ended,
}

impl Prepare {
    /// A preparation of this cache.
    pub fn new(cache: &CodeCache) -> Self {
        Self { cache: cache.clone(), state: State::CheckingCache }
    }

    fn look(&self, now: Timestamp) -> State {
        match (self.cache.state(now), self.cache.time_to_refresh(now)) {
            (CodeState::Fetching | CodeState::Leased, _) => State::Waiting,
            (CodeState::Ready, Some(_)) => State::Checking,
            _ => self.cache.fetch(now).map_or(State::Waiting, State::Fetching),
        }
    }
}

impl Flow for Prepare {
    type Notification = Infallible;
    type Output = ();

    fn poll(&mut self, now: Timestamp) -> Progress<()> {
        loop {
            self.state = match self.state {
                State::CheckingCache => self.look(now),
                State::Waiting => return Ok(Continue(Step::Wait(WAIT_INTERVAL))),
                State::Checking => return Ok(Continue(Step::CallHost(HostCall::CheckSession))),
                State::Fetching(_) => return Ok(Continue(Step::CallHost(HostCall::Login))),
                State::Ready => {
                    self.state = State::Ended;
                    return Ok(Break(()));
                }
                State::Ended => return Err(POLLED_AFTER_COMPLETION),
            }
        }
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        self.state = match (std::mem::replace(&mut self.state, State::Ended), event) {
            (State::Waiting, Event::Waited) => State::CheckingCache,
            (State::Checking, Event::HostResponse(Ok(HostResponse::Bool(true)))) => State::Ready,
            (State::Checking, Event::HostResponse(_)) => {
                self.cache.invalidate();
                State::CheckingCache
            }
            (State::Fetching(fetch), event) => {
                fetch.complete(code(event)?);
                State::Ready
            }
            _ => return Err(UNEXPECTED_EVENT),
        };
        Ok(())
    }
}
