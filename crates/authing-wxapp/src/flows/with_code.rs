//! A call that uses up a code.
//!
//! ```text
//!  ┌────────┐ code ┌─────────┐ answer, refusal, fault ┌───────────┐
//!  │ Taking │ ───▶ │ Calling │ ─────────────────────▶ │ Replacing │ ─▶ done, with what the call came to
//!  └────────┘      └─────────┘                        └───────────┘
//!                       └── nothing was sent, or the caller's own code: done at once
//! ```
//!
//! It ends when the next code is at hand, so that whoever taps as soon as it ends finds one.

use std::convert::Infallible;
use std::fmt;

use authing_core::flow::{Event, Flow, NOT_ASKED, POLLED_AFTER_END, Step};
use authing_core::host::{Detail, HostCall};
use authing_core::wechat::Sealed;
use authing_core::{Error, Timestamp};

use super::stale::tap_again_if_stale;
use super::{Data, TakeCode, code};
use crate::keeper::{CodeKeeper, Fetch, Loan};
use crate::tap::Tap;

/// One call with what a tap handed over. Data that the service cannot open is [`Error::TapAgain`].
pub struct WithCode<M, F: Flow> {
    state: State<M, F>,
}

enum State<M, F: Flow> {
    Taking { take: TakeCode, detail: Detail, make: M },
    Calling { loan: Option<Loan>, call: F },
    Replacing { fetch: Fetch, outcome: Result<F::Output, Error> },
    Ended(Option<Result<F::Output, Error>>),
}

impl<M: FnOnce(Sealed) -> F, F: Flow<News = Infallible>> WithCode<M, F> {
    /// With a tap's code, or else with the keeper's; `make` makes the call once there is one. A person who declined is an error at once.
    pub fn new(keeper: &CodeKeeper, tap: Tap, make: M) -> Result<Self, Error> {
        tap.agreed()?;
        let Tap { detail, code } = tap;
        let state = match code {
            None => State::Taking { take: TakeCode::new(keeper, Data::AtHand), detail, make },
            Some(code) => {
                keeper.retire();
                State::Calling { loan: None, call: make(Tap::sealed(detail, code)?) }
            }
        };
        Ok(Self { state })
    }

    /// With a code that is at hand.
    pub(crate) fn holding(loan: Loan, call: F) -> Self {
        Self { state: State::Calling { loan: Some(loan), call } }
    }

    /// The call is over. A code that was sent is replaced; any other goes back to the keeper.
    fn end(&mut self, now: Timestamp, outcome: Result<F::Output, Error>) {
        self.state = match std::mem::replace(&mut self.state, State::Ended(None)) {
            State::Calling { loan: Some(loan), .. } if loan.is_sent() => {
                State::Replacing { fetch: loan.replace(now), outcome: outcome.map_err(tap_again_if_stale) }
            }
            _ => State::Ended(Some(outcome)),
        };
    }

    fn poll_call(&mut self, now: Timestamp) -> Option<Step<Infallible, F::Output>> {
        let State::Calling { loan, call } = &mut self.state else {
            return None;
        };
        match call.poll(now).map(Step::until_done) {
            Ok(Ok(step)) => {
                if let (Some(loan), Step::Send(_)) = (loan, &step) {
                    loan.mark_sent();
                }
                return Some(step.widen());
            }
            Ok(Err(answer)) => self.end(now, Ok(answer)),
            Err(error) => self.end(now, Err(error)),
        }
        None
    }
}

impl<M: FnOnce(Sealed) -> F, F: Flow<News = Infallible>> Flow for WithCode<M, F> {
    type News = Infallible;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, F::Output>, Error> {
        if let State::Taking { take, .. } = &mut self.state {
            match take.poll(now)?.until_done() {
                Ok(step) => return Ok(step.widen()),
                Err(loan) => {
                    let State::Taking { detail, make, .. } = std::mem::replace(&mut self.state, State::Ended(None))
                    else {
                        return Err(POLLED_AFTER_END);
                    };
                    let call = make(Tap::sealed(detail, loan.code())?);
                    self.state = State::Calling { loan: Some(loan), call };
                }
            }
        }
        if let Some(step) = self.poll_call(now) {
            return Ok(step);
        }
        match &mut self.state {
            State::Ended(outcome) => outcome.take().ok_or(POLLED_AFTER_END)?.map(Step::Done),
            _ => Ok(Step::Ask(HostCall::Login)),
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Taking { take, .. } => return take.handle(now, event),
            State::Calling { call, .. } => {
                if let Err(error) = call.handle(now, event) {
                    self.end(now, Err(error));
                }
                return Ok(());
            }
            State::Replacing { .. } | State::Ended(_) => {}
        }
        match std::mem::replace(&mut self.state, State::Ended(None)) {
            State::Replacing { fetch, outcome } => {
                // Without a new code the call is still what it came to; the keeper knows that one is missing.
                if let Ok(code) = code(event) {
                    fetch.put(code);
                }
                self.state = State::Ended(Some(outcome));
                Ok(())
            }
            _ => Err(NOT_ASKED),
        }
    }
}

impl<M, F: Flow> fmt::Debug for WithCode<M, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.state {
            State::Taking { .. } => "WithCode(Taking)",
            State::Calling { .. } => "WithCode(Calling)",
            State::Replacing { .. } => "WithCode(Replacing)",
            State::Ended(_) => "WithCode(Ended)",
        })
    }
}
