//! A code that is replaced before it is too old, for as long as the mini-program runs.
//!
//! ```text
//!  ┌─────────┐ time is up ┌──────────┐
//!  │ Resting │ ─────────▶ │ Fetching │
//!  └─────────┘ ◀───────── └──────────┘
//!             code, or a pause after a failure
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
    Resting,
    Pausing,
    Fetching(Fetch),
}

impl KeepFresh {
    /// For this keeper.
    pub fn new(keeper: &CodeKeeper) -> Self {
        Self { keeper: keeper.clone(), state: State::Resting }
    }
}

impl Flow for KeepFresh {
    type News = Infallible;
    type Output = Infallible;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, Infallible>, Error> {
        if let State::Resting = self.state {
            if let Some(rest) = self.keeper.rest(now) {
                return Ok(Step::Wait(rest));
            }
            self.state = self.keeper.fetch(now).map_or(State::Pausing, State::Fetching);
        }
        Ok(if let State::Pausing = self.state { Step::Wait(PAUSE) } else { Step::Ask(HostCall::Login) })
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        self.state = match (std::mem::replace(&mut self.state, State::Resting), event) {
            (State::Resting | State::Pausing, Event::Waited) => State::Resting,
            (State::Fetching(fetch), event @ Event::Host(_)) => match code(event) {
                Ok(code) => {
                    fetch.put(code);
                    State::Resting
                }
                Err(_) => State::Pausing,
            },
            _ => return Err(NOT_ASKED),
        };
        Ok(())
    }
}
