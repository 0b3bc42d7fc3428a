//! A login without a tap, where the person allowed it before.
//!
//! ```text
//!  ┌────────┐ allowed ┌────────┐ code ┌─────────┐ data ┌────────────┐
//!  │ Asking │ ──────▶ │ Taking │ ───▶ │ Reading │ ───▶ │ Logging in │ ─▶ done
//!  └────────┘         └────────┘ ◀─── └─────────┘      └────────────┘
//!       └─ not: declined        data, but the code is too old by now
//! ```
//!
//! The code comes before the data, so that they belong together.

use std::convert::Infallible;
use std::fmt;

use authing_core::flow::{Event, Flow, NOT_ASKED, POLLED_AFTER_END, Step};
use authing_core::host::{HostAnswer, HostCall};
use authing_core::{Error, Timestamp};

use super::{Data, TakeCode, WithCode};
use crate::keeper::{CodeKeeper, Loan};
use crate::tap::Tap;
use authing_core::wechat::Sealed;

/// Logs in where `scope.userInfo` was granted before; else it is [`Error::Declined`], and nothing is sent.
pub struct LoginSilently<M, F: Flow> {
    keeper: CodeKeeper,
    make: Option<M>,
    state: State<M, F>,
}

enum State<M, F: Flow> {
    Asking,
    Taking(TakeCode),
    Reading(Loan),
    LoggingIn(WithCode<M, F>),
    Ended,
}

impl<M: FnOnce(Sealed) -> F, F: Flow<News = Infallible>> LoginSilently<M, F> {
    /// `make` makes the login.
    pub fn new(keeper: &CodeKeeper, make: M) -> Self {
        Self { keeper: keeper.clone(), make: Some(make), state: State::Asking }
    }

    fn log_in(&mut self, loan: Loan, answer: HostAnswer) -> Result<State<M, F>, Error> {
        let (HostAnswer::Detail(detail), Some(make)) = (answer, self.make.take()) else {
            return Err(NOT_ASKED);
        };
        let sealed = Tap::sealed(detail, loan.code())?;
        Ok(State::LoggingIn(WithCode::holding(loan, make(sealed))))
    }
}

impl<M: FnOnce(Sealed) -> F, F: Flow<News = Infallible>> Flow for LoginSilently<M, F> {
    type News = Infallible;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, F::Output>, Error> {
        if let State::Taking(take) = &mut self.state {
            match take.poll(now)?.until_done() {
                Ok(step) => return Ok(step.widen()),
                Err(loan) => self.state = State::Reading(loan),
            }
        }
        match &mut self.state {
            State::Asking => Ok(Step::Ask(HostCall::UserInfoAllowed)),
            State::Reading(_) => Ok(Step::Ask(HostCall::UserInfo)),
            State::LoggingIn(login) => login.poll(now),
            State::Taking(_) | State::Ended => Err(POLLED_AFTER_END),
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Taking(take) => return take.handle(now, event),
            State::LoggingIn(login) => return login.handle(now, event),
            State::Asking | State::Reading(_) | State::Ended => {}
        }
        let Event::Host(answer) = event else {
            return Err(NOT_ASKED);
        };
        self.state = match (std::mem::replace(&mut self.state, State::Ended), answer?) {
            (State::Reading(loan), answer) if loan.is_usable(now) => self.log_in(loan, answer)?,
            (State::Asking, HostAnswer::Flag(true)) | (State::Reading(_), HostAnswer::Detail(_)) => {
                State::Taking(TakeCode::new(&self.keeper, Data::ToCome))
            }
            (State::Asking, HostAnswer::Flag(false)) => {
                return Err(Error::Declined("scope.userInfo was not granted: show the button".to_owned()));
            }
            _ => return Err(NOT_ASKED),
        };
        Ok(())
    }
}

impl<M, F: Flow> fmt::Debug for LoginSilently<M, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.state {
            State::Asking => "LoginSilently(Asking)",
            State::Taking(_) => "LoginSilently(Taking)",
            State::Reading(_) => "LoginSilently(Reading)",
            State::LoggingIn(_) => "LoginSilently(LoggingIn)",
            State::Ended => "LoginSilently(Ended)",
        })
    }
}
