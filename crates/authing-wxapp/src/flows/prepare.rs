//! A code at hand before the person taps: on launch, and whenever the mini-program comes back.
//!
//! ```text
//!  ┌─────────┐ a young code ┌──────────┐ the session lives
//!  │ Looking │ ───────────▶ │ Checking │ ────────────────▶ done
//!  └─────────┘ ◀─────────── └──────────┘
//!     │   │     it does not
//!     │   └─ busy ─▶ Waiting ── waited ─▶ Looking
//!     └─ none, or an old one ─▶ Fetching ── code ─▶ done
//! ```

use std::convert::Infallible;
use std::time::Duration;

use authing_core::flow::{Event, Flow, NOT_ASKED, POLLED_AFTER_END, Step};
use authing_core::host::{HostAnswer, HostCall};
use authing_core::{Error, Timestamp};

use super::code;
use crate::keeper::{CodeKeeper, Fetch, Standing};

/// How often to look while a login or a call is on its way.
const PACE: Duration = Duration::from_millis(10);

/// Sees to it that there is a code which is good for a while.
#[derive(Debug)]
pub struct Prepare {
    keeper: CodeKeeper,
    state: State,
}

#[derive(Debug)]
enum State {
    Looking,
    Waiting,
    Checking,
    Fetching(Fetch),
    Ready,
    Ended,
}

impl Prepare {
    /// For this keeper.
    pub fn new(keeper: &CodeKeeper) -> Self {
        Self { keeper: keeper.clone(), state: State::Looking }
    }

    fn look(&self, now: Timestamp) -> State {
        match (self.keeper.standing(now), self.keeper.rest(now)) {
            (Standing::Fetching | Standing::Lent, _) => State::Waiting,
            (Standing::Ready, Some(_)) => State::Checking,
            _ => self.keeper.fetch(now).map_or(State::Waiting, State::Fetching),
        }
    }
}

impl Flow for Prepare {
    type News = Infallible;
    type Output = ();

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, ()>, Error> {
        if let State::Looking = self.state {
            self.state = self.look(now);
        }
        match self.state {
            State::Waiting => Ok(Step::Wait(PACE)),
            State::Checking => Ok(Step::Ask(HostCall::CheckSession)),
            State::Fetching(_) => Ok(Step::Ask(HostCall::Login)),
            State::Ready => {
                self.state = State::Ended;
                Ok(Step::Done(()))
            }
            State::Looking | State::Ended => Err(POLLED_AFTER_END),
        }
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        self.state = match (std::mem::replace(&mut self.state, State::Ended), event) {
            (State::Waiting, Event::Waited) => State::Looking,
            (State::Checking, Event::Host(Ok(HostAnswer::Flag(true)))) => State::Ready,
            (State::Checking, Event::Host(_)) => {
                self.keeper.lose();
                State::Looking
            }
            (State::Fetching(fetch), event) => {
                fetch.put(code(event)?);
                State::Ready
            }
            _ => return Err(NOT_ASKED),
        };
        Ok(())
    }
}
