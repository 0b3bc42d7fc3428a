//! A code that is replaced before it is too old, for as long as the mini-program runs.
//!
//! ```text
//!  ┌─────────┐ an old code ┌──────────┐
//!  │ Looking │ ──────────▶ │ Fetching │
//!  └─────────┘ ◀── code ── └──────────┘
//!     │   ▲ waited              │ failed: a pause
//!     ▼   │                     ▼
//!  ┌─────────┐ ◀────────────────┘
//!  │ Waiting │
//!  └─────────┘
//! ```

use std::convert::Infallible;
use std::time::Duration;

use authing_core::flow::{Event, Flow, NOT_ASKED, Step};
use authing_core::host::HostCall;
use authing_core::{Error, Timestamp};

use super::code;
use crate::keeper::{CodeKeeper, Fetch};

/// How long to wait after a `wx.login` that failed.
const PAUSE: Duration = Duration::from_secs(30);

/// Replaces the keeper's code before it is too old. It never ends: run it beside everything else.
#[derive(Debug)]
pub struct KeepFresh {
    keeper: CodeKeeper,
    state: State,
}

#[derive(Debug)]
enum State {
    Looking,
    Waiting(Duration),
    Fetching(Fetch),
}

impl KeepFresh {
    /// For this keeper.
    pub fn new(keeper: &CodeKeeper) -> Self {
        Self { keeper: keeper.clone(), state: State::Looking }
    }

    fn look(&self, now: Timestamp) -> State {
        match self.keeper.rest(now) {
            Some(rest) => State::Waiting(rest),
            None => self.keeper.fetch(now).map_or(State::Waiting(PAUSE), State::Fetching),
        }
    }
}

impl Flow for KeepFresh {
    type News = Infallible;
    type Output = Infallible;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, Infallible>, Error> {
        if let State::Looking = self.state {
            self.state = self.look(now);
        }
        Ok(match self.state {
            State::Waiting(time) => Step::Wait(time),
            State::Looking | State::Fetching(_) => Step::Ask(HostCall::Login),
        })
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        self.state = match (std::mem::replace(&mut self.state, State::Looking), event) {
            (State::Waiting(_), Event::Waited) => State::Looking,
            (State::Fetching(fetch), event @ Event::Host(_)) => match code(event) {
                Ok(code) => {
                    fetch.put(code);
                    State::Looking
                }
                Err(_) => State::Waiting(PAUSE),
            },
            _ => return Err(NOT_ASKED),
        };
        Ok(())
    }
}
