//! The flow that replaces the code before it is too old, as long as the mini-program runs.
//!
//! ```text
//!  ┌───────────────┐ an old code ┌──────────┐
//!  │ CheckingCache │ ──────────▶ │ Fetching │
//!  └───────────────┘ ◀── code ── └──────────┘
//!     │   ▲ waited                    │ failed: a pause
//!     ▼   │                           │
//!  ┌─────────┐                        │
//!  │ Waiting │ ◀──────────────────────┘
//!  └─────────┘
//! ```

use std::convert::Infallible;
use std::ops::ControlFlow::Continue;
use std::time::Duration;

use authing_core::flow::{Event, Flow, Progress, Step, UNEXPECTED_EVENT};
use authing_core::host::HostCall;
use authing_core::{Error, Timestamp};

use super::code;
use crate::code_cache::{CodeCache, FetchPermit};

/// The wait after a failed `wx.login`.
const PAUSE: Duration = Duration::from_secs(30);

/// Replaces the code of the cache before it is too old. It never ends: run it concurrently with the other calls.
#[derive(Debug)]
pub struct AutoRefresh {
    cache: CodeCache,
    state: State,
}

#[derive(Debug)]
enum State {
    CheckingCache,
    Waiting(Duration),
    Fetching(FetchPermit),
}

impl AutoRefresh {
    /// A refresh of this cache.
    pub fn new(cache: &CodeCache) -> Self {
        Self { cache: cache.clone(), state: State::CheckingCache }
    }

    fn look(&self, now: Timestamp) -> State {
        match self.cache.time_to_refresh(now) {
            Some(time_to_refresh) => State::Waiting(time_to_refresh),
            None => self.cache.fetch(now).map_or(State::Waiting(PAUSE), State::Fetching),
        }
    }
}

impl Flow for AutoRefresh {
    type Notification = Infallible;
    type Output = Infallible;

    fn poll(&mut self, now: Timestamp) -> Progress<Infallible> {
        loop {
            self.state = match self.state {
                State::CheckingCache => self.look(now),
                State::Waiting(time) => return Ok(Continue(Step::Wait(time))),
                State::Fetching(_) => return Ok(Continue(Step::CallHost(HostCall::Login))),
            }
        }
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        self.state = match (std::mem::replace(&mut self.state, State::CheckingCache), event) {
            (State::Waiting(_), Event::Waited) => State::CheckingCache,
            (State::Fetching(fetch), event @ Event::HostResponse(_)) => match code(event) {
                Ok(code) => {
                    fetch.complete(code);
                    State::CheckingCache
                }
                Err(_) => State::Waiting(PAUSE),
            },
            _ => return Err(UNEXPECTED_EVENT),
        };
        Ok(())
    }
}
