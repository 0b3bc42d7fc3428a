//! How a call comes by its code.
//!
//! ```text
//!               ready
//!  ┌─────────┐ ────────▶ done, or "tap again" if the data is older than the code
//!  │ Looking │ ── busy ─────▶ ┌──────────┐ ── waited ─▶ Looking
//!  └─────────┘                │ Waiting  │   another call has it, or a login is on its way
//!       │                     └──────────┘
//!       └── nothing ────────▶ ┌──────────┐ ── code ───▶ Looking
//!                             │ Fetching │
//!                             └──────────┘
//! ```

use std::convert::Infallible;
use std::time::Duration;

use authing_core::flow::{Event, Flow, NOT_ASKED, POLLED_AFTER_END, Step};
use authing_core::host::HostCall;
use authing_core::{Error, Timestamp};

use super::code;
use crate::keeper::{CodeKeeper, Fetch, Loan, Standing};

/// How often a caller who waits looks again.
const PACE: Duration = Duration::from_millis(10);

/// When the data is encrypted that the code is to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Data {
    /// It is at hand: a code that is taken from now on may not open it.
    AtHand,
    /// It will be, once there is a code.
    ToCome,
}

/// Takes the keeper's code, and sees to it that there is one next time if there is none now.
#[derive(Debug)]
pub(crate) struct TakeCode {
    keeper: CodeKeeper,
    data: Data,
    /// The data's own code is gone; what remains to do is to have the next one ready.
    too_late: bool,
    state: State,
}

#[derive(Debug)]
enum State {
    Looking,
    Waiting,
    Fetching(Fetch),
    Ended,
}

impl TakeCode {
    pub(crate) fn new(keeper: &CodeKeeper, data: Data) -> Self {
        Self { keeper: keeper.clone(), data, too_late: false, state: State::Looking }
    }

    fn look(&mut self, now: Timestamp) -> Result<Step<Infallible, Loan>, Error> {
        let standing = self.keeper.standing(now);
        if matches!(standing, Standing::Lent | Standing::Nothing) {
            self.too_late = self.data == Data::AtHand;
        }
        // Another thread may take what was there when we looked: then it is as if it had come first.
        match standing {
            Standing::Ready if self.too_late => {
                self.state = State::Ended;
                return Err(Error::TapAgain);
            }
            Standing::Ready => {
                if let Some(loan) = self.keeper.lend(now) {
                    self.state = State::Ended;
                    return Ok(Step::Done(loan));
                }
            }
            Standing::Nothing | Standing::Idle => {
                if let Some(fetch) = self.keeper.fetch(now) {
                    self.state = State::Fetching(fetch);
                    return Ok(Step::Ask(HostCall::Login));
                }
            }
            Standing::Fetching | Standing::Lent => {}
        }
        self.state = State::Waiting;
        Ok(Step::Wait(PACE))
    }
}

impl Flow for TakeCode {
    type News = Infallible;
    type Output = Loan;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, Loan>, Error> {
        match self.state {
            State::Looking => self.look(now),
            State::Waiting => Ok(Step::Wait(PACE)),
            State::Fetching(_) => Ok(Step::Ask(HostCall::Login)),
            State::Ended => Err(POLLED_AFTER_END),
        }
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        match (std::mem::replace(&mut self.state, State::Ended), event) {
            (State::Waiting, Event::Waited) => {}
            (State::Fetching(fetch), event) => fetch.put(code(event)?),
            _ => return Err(NOT_ASKED),
        }
        self.state = State::Looking;
        Ok(())
    }
}
