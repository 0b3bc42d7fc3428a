//! The flow of a call with a code.
//!
//! ```text
//!  ┌────────┐ code ┌─────────┐ response or error ┌───────────┐
//!  │ Taking │ ───▶ │ Calling │ ────────────────▶ │ Replacing │ ─▶ done, with the result of the call
//!  └────────┘      └─────────┘                   └───────────┘
//!                       └── no request was sent, or the code was the caller's: done
//! ```
//!
//! It ends after the fetch of the next code, so that the next tap finds one.

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::{Break, Continue};

use authing_core::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, UNEXPECTED_EVENT, ready};
use authing_core::host::{EventDetail, HostCall};
use authing_core::wechat::EncryptedData;
use authing_core::{Error, Timestamp};

use super::stale::tap_again_if_stale;
use super::{AcquireCode, DataState, code};
use crate::button_event::ButtonEvent;
use crate::code_cache::{CodeCache, CodeLease, FetchPermit};

/// One call with the event of a button. If the service cannot decrypt the data, the error is [`Error::TapAgain`].
pub struct WithCode<M, F: Flow> {
    state: State<M, F>,
}

enum State<M, F: Flow> {
    Taking { take: AcquireCode, detail: EventDetail, make: M },
    Calling { lease: Option<CodeLease>, call: F },
    Replacing { fetch: FetchPermit, outcome: Result<F::Output, Error> },
    Ended(Option<Result<F::Output, Error>>),
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
        let state = match code {
            None => State::Taking { take: AcquireCode::new(cache, DataState::Available), detail, make },
            Some(code) => {
                cache.deactivate();
                State::Calling { lease: None, call: make(ButtonEvent::encrypted_data(detail, code)?) }
            }
        };
        Ok(Self { state })
    }

    /// A call with a leased code.
    pub(crate) fn with_lease(lease: CodeLease, call: F) -> Self {
        Self { state: State::Calling { lease: Some(lease), call } }
    }

    /// Starts the call with the code.
    fn begin(&mut self, lease: CodeLease) -> Result<(), Error> {
        let State::Taking { detail, make, .. } = std::mem::replace(&mut self.state, State::Ended(None)) else {
            return Err(POLLED_AFTER_COMPLETION);
        };
        let call = make(ButtonEvent::encrypted_data(detail, lease.code())?);
        self.state = State::Calling { lease: Some(lease), call };
        Ok(())
    }

    /// Ends the call. A code that was sent is replaced; another returns to the cache.
    fn end(&mut self, now: Timestamp, outcome: Result<F::Output, Error>) {
        self.state = match std::mem::replace(&mut self.state, State::Ended(None)) {
            State::Calling { lease: Some(lease), .. } if lease.is_sent() => {
                State::Replacing { fetch: lease.refetch(now), outcome: outcome.map_err(tap_again_if_stale) }
            }
            _ => State::Ended(Some(outcome)),
        };
    }
}

impl<M: FnOnce(EncryptedData) -> F, F: Flow<Notification = Infallible>> Flow for WithCode<M, F> {
    type Notification = Infallible;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Progress<F::Output> {
        loop {
            match &mut self.state {
                State::Taking { take, .. } => {
                    let lease = ready!(take.poll(now));
                    self.begin(lease)?;
                }
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
                State::Replacing { .. } => return Ok(Continue(Step::CallHost(HostCall::Login))),
                State::Ended(outcome) => return outcome.take().ok_or(POLLED_AFTER_COMPLETION)?.map(Break),
            }
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
                // A failed fetch does not change the result of the call; the cache then has no code.
                if let Ok(code) = code(event) {
                    fetch.complete(code);
                }
                self.state = State::Ended(Some(outcome));
                Ok(())
            }
            _ => Err(UNEXPECTED_EVENT),
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
