//! The flow of a login without a tap.
//!
//! ```text
//!  ┌────────┐ allowed ┌────────┐ code ┌─────────┐ data ┌────────────┐
//!  │ Asking │ ──────▶ │ Taking │ ───▶ │ Reading │ ───▶ │ Logging in │ ─▶ done
//!  └────────┘         └────────┘ ◀─── └─────────┘      └────────────┘
//!       └─ not: declined        data, but the code is too old by now
//! ```
//!
//! The code is fetched before the data, so that they fit.

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Continue;

use authing_core::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, UNEXPECTED_EVENT, ready};
use authing_core::host::{HostCall, HostResponse};
use authing_core::wechat::EncryptedData;
use authing_core::{Error, Timestamp};

use super::{AcquireCode, DataState, WithCode};
use crate::button_event::ButtonEvent;
use crate::code_cache::{CodeCache, CodeLease};

/// Logs in if the user has granted `scope.userInfo`. Otherwise it ends with [`Error::Declined`] and sends no request.
pub struct LoginSilently<M, F: Flow> {
    cache: CodeCache,
    make: Option<M>,
    state: State<M, F>,
}

enum State<M, F: Flow> {
    Asking,
    Taking(AcquireCode),
    Reading(CodeLease),
    LoggingIn(WithCode<M, F>),
    Ended,
}

impl<M: FnOnce(EncryptedData) -> F, F: Flow<Notification = Infallible>> LoginSilently<M, F> {
    /// A login; `make` creates its call.
    pub fn new(cache: &CodeCache, make: M) -> Self {
        Self { cache: cache.clone(), make: Some(make), state: State::Asking }
    }

    fn log_in(&mut self, lease: CodeLease, answer: HostResponse) -> Result<State<M, F>, Error> {
        let (HostResponse::EventDetail(detail), Some(make)) = (answer, self.make.take()) else {
            return Err(UNEXPECTED_EVENT);
        };
        let data = ButtonEvent::encrypted_data(detail, lease.code())?;
        Ok(State::LoggingIn(WithCode::with_lease(lease, make(data))))
    }
}

impl<M: FnOnce(EncryptedData) -> F, F: Flow<Notification = Infallible>> Flow for LoginSilently<M, F> {
    type Notification = Infallible;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Progress<F::Output> {
        loop {
            self.state = match &mut self.state {
                State::Asking => return Ok(Continue(Step::CallHost(HostCall::GetSetting))),
                State::Taking(take) => State::Reading(ready!(take.poll(now))),
                State::Reading(_) => return Ok(Continue(Step::CallHost(HostCall::GetUserInfo))),
                State::LoggingIn(login) => return login.poll(now),
                State::Ended => return Err(POLLED_AFTER_COMPLETION),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Taking(take) => return take.handle(now, event),
            State::LoggingIn(login) => return login.handle(now, event),
            State::Asking | State::Reading(_) | State::Ended => {}
        }
        let Event::HostResponse(answer) = event else {
            return Err(UNEXPECTED_EVENT);
        };
        self.state = match (std::mem::replace(&mut self.state, State::Ended), answer?) {
            (State::Reading(lease), answer) if lease.is_usable(now) => self.log_in(lease, answer)?,
            (State::Asking, HostResponse::Bool(true)) | (State::Reading(_), HostResponse::EventDetail(_)) => {
                State::Taking(AcquireCode::new(&self.cache, DataState::Pending))
            }
            (State::Asking, HostResponse::Bool(false)) => {
                return Err(Error::declined("scope.userInfo was not granted: show the button"));
            }
            _ => return Err(UNEXPECTED_EVENT),
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
