//! The flow of a call with a code. Without a tap, the data is read after the code, so that they fit.
//!
//! ```text
//!                     ┌────────┐ code                ┌─────────┐ response or error ┌───────────┐
//!   with a tap ─────▶ │ Taking │ ──────────────────▶ │ Calling │ ────────────────▶ │ Replacing │ ─▶ done, with the
//!                     └────────┘                     └─────────┘                   └───────────┘    result of the call
//!                      ▲  ▲  │ code, without a tap     ▲    └── no request was sent, or the code was the caller's: done
//!  ┌────────┐ allowed  │  │  ▼                         │
//!  │ Asking │ ─────────┘  │ ┌─────────┐ data           │
//!  └────────┘             │ │ Reading │ ───────────────┘
//!       │                 │ └─────────┘
//!       ▼                 └───── data, but the code is too old by now
//!   not allowed: declined
//! ```
//!
//! It ends after the fetch of the next code, so that the next tap finds one.

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::{Break, Continue};

use authing_core::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, UNEXPECTED_EVENT, ready};
use authing_core::host::{EventDetail, HostCall, HostResponse};
use authing_core::wechat::EncryptedData;
use authing_core::{Error, Timestamp, WechatCode};

use super::acquire_code::{AcquireCode, DataState};
use super::pause::Pause;
use super::stale::tap_again_if_stale;
use crate::button_event::ButtonEvent;
use crate::code_cache::{CodeCache, CodeLease};

/// One call with WeChat's data: of a button's event, or of `wx.getUserInfo`. If the service cannot decrypt the data, the error is
/// [`Error::TapAgain`].
pub struct WithCode<M, F: Flow> {
    cache: CodeCache,
    /// The data of the event.
    detail: Option<EventDetail>,
    make: Option<M>,
    state: State<F>,
}

enum State<F: Flow> {
    Asking,
    Taking(AcquireCode),
    Reading(CodeLease),
    Calling { lease: Option<CodeLease>, call: F },
    Ended { replacing: Pause, outcome: Option<Result<F::Output, Error>> },
}

impl<M: FnOnce(EncryptedData) -> F, F: Flow<Notification = Infallible>> WithCode<M, F> {
    /// A call with the event's own code, or with that of the cache; `make` creates the call.
    ///
    /// # Errors
    ///
    /// [`Error::Declined`] if the user declined.
    pub fn new(cache: &CodeCache, tap: ButtonEvent, make: M) -> Result<Self, Error> {
        tap.agreed()?;
        let ButtonEvent { detail, code } = tap;
        let mut flow = Self::without_tap(cache, make);
        if let Some(code) = code {
            cache.deactivate();
            flow.call(None, code, detail)?;
        } else {
            flow.state = State::Taking(AcquireCode::new(cache, DataState::Available));
            flow.detail = Some(detail);
        }
        Ok(flow)
    }

    /// A call without a tap, if the user has granted `scope.userInfo`. Otherwise it ends with [`Error::Declined`] and sends no request.
    pub fn without_tap(cache: &CodeCache, make: M) -> Self {
        Self { cache: cache.clone(), detail: None, make: Some(make), state: State::Asking }
    }

    /// Starts the call.
    fn call(&mut self, lease: Option<CodeLease>, code: WechatCode, detail: EventDetail) -> Result<(), Error> {
        let make = self.make.take().ok_or(POLLED_AFTER_COMPLETION)?;
        let call = make(ButtonEvent::encrypted_data(detail, code)?);
        self.state = State::Calling { lease, call };
        Ok(())
    }

    /// Takes the permission, or the data that belongs to the code.
    fn answer(&mut self, now: Timestamp, answer: HostResponse) -> Result<(), Error> {
        match (self.leave(), answer) {
            (State::Reading(lease), HostResponse::EventDetail(detail)) if lease.is_usable(now) => {
                let code = lease.code();
                return self.call(Some(lease), code, detail);
            }
            (State::Asking, HostResponse::Bool(true)) | (State::Reading(_), HostResponse::EventDetail(_)) => {
                self.state = State::Taking(AcquireCode::new(&self.cache, DataState::Pending));
            }
            (State::Asking, HostResponse::Bool(false)) => {
                return Err(Error::declined("scope.userInfo was not granted: show the button"));
            }
            _ => return Err(UNEXPECTED_EVENT),
        }
        Ok(())
    }

    /// Ends the call. A code that was sent is replaced; another returns to the cache.
    fn end(&mut self, now: Timestamp, outcome: Result<F::Output, Error>) {
        let (replacing, outcome) = match self.leave() {
            State::Calling { lease: Some(lease), .. } if lease.is_sent() => {
                (Pause::Fetching(lease.refetch(now)), outcome.map_err(tap_again_if_stale))
            }
            _ => (Pause::Over, outcome),
        };
        self.state = State::Ended { replacing, outcome: Some(outcome) };
    }

    fn leave(&mut self) -> State<F> {
        std::mem::replace(&mut self.state, State::Ended { replacing: Pause::Over, outcome: None })
    }
}

impl<M: FnOnce(EncryptedData) -> F, F: Flow<Notification = Infallible>> Flow for WithCode<M, F> {
    type Notification = Infallible;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Progress<F::Output> {
        loop {
            match &mut self.state {
                State::Asking => return Ok(Continue(Step::CallHost(HostCall::GetSetting))),
                State::Taking(take) => {
                    let lease = ready!(take.poll(now));
                    match self.detail.take() {
                        Some(detail) => {
                            let code = lease.code();
                            self.call(Some(lease), code, detail)?;
                        }
                        None => self.state = State::Reading(lease),
                    }
                }
                State::Reading(_) => return Ok(Continue(Step::CallHost(HostCall::GetUserInfo))),
                State::Calling { lease, call } => match call.poll(now) {
                    Ok(Continue(step)) => {
                        if let (Some(lease), Step::Send(_)) = (lease, &step) {
                            lease.mark_sent();
                        }
                        return Ok(Continue(step));
                    }
                    Ok(Break(output)) => self.end(now, Ok(output)),
                    Err(error) => self.end(now, Err(error)),
                },
                State::Ended { replacing, outcome } => {
                    if let Some(step) = replacing.step() {
                        return Ok(Continue(step));
                    }
                    return outcome.take().ok_or(POLLED_AFTER_COMPLETION)?.map(Break);
                }
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match (&mut self.state, event) {
            (State::Taking(take), event) => return take.handle(now, event),
            (State::Calling { call, .. }, event) => {
                if let Err(error) = call.handle(now, event) {
                    self.end(now, Err(error));
                }
            }
            (State::Ended { replacing: replacing @ Pause::Fetching(_), .. }, event) => {
                // A failed fetch does not change the result of the call; the cache then has no code.
                let _ = replacing.handle(event);
            }
            (State::Asking | State::Reading(_), Event::HostResponse(Ok(answer))) => return self.answer(now, answer),
            (State::Asking | State::Reading(_), Event::HostResponse(Err(error))) => {
                self.leave();
                return Err(error);
            }
            _ => return Err(UNEXPECTED_EVENT),
        }
        Ok(())
    }
}

impl<M, F: Flow> fmt::Debug for WithCode<M, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.state {
            State::Asking => "WithCode(Asking)",
            State::Taking(_) => "WithCode(Taking)",
            State::Reading(_) => "WithCode(Reading)",
            State::Calling { .. } => "WithCode(Calling)",
            State::Ended { replacing: Pause::Fetching(_), .. } => "WithCode(Replacing)",
            State::Ended { .. } => "WithCode(Ended)",
        })
    }
}
