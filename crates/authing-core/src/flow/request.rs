//! One request of an operation and its response: the part of [`Call`](super::Call) and [`RawCall`](super::RawCall) that does not
//! depend on the response's type. It is not generic, so that it is compiled once for all operations.
//!
//! ```text
//!              encode               authorized            response
//!  ┌────────┐ ──────▶ ┌─────────────┐ ──────▶ ┌─────────┐ ──────▶ ┌──────────┐
//!  │ Unsent │         │ Authorizing │         │ Sending │         │ Received │
//!  └────────┘         └─────────────┘ ◀────── └─────────┘         └──────────┘
//!    │  ▲ └── local response ── once, when the service ────────────────▲
//!    ▼  │                       rejects the owner's token (2206, 2207),
//!  ┌─────────────┐              or a token of today's service (401)
//!  │ FetchingKey │
//!  └─────────────┘ a password waits for the service's key
//! ```

use std::fmt;
use std::ops::ControlFlow::{Break, Continue};

use super::{
    AuthorizationFlow, Authorized, Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, UNEXPECTED_EVENT, ready,
};
use crate::call_context::CallContext;
use crate::operation::AnyOperation;
use crate::session::LogoutGuard;
use crate::time::Timestamp;
use crate::v3::password::{ObtainPasswordKey, PasswordKey};
use crate::wire::Shape;
use crate::wire::decode::{Received, Unwrapped};
use crate::wire::encode::{Encoded, encode};
use crate::wire::mask::mask;
use crate::{Error, LogoutFailed, Response, SessionEffect};

pub(crate) struct RequestFlow {
    context: CallContext,
    /// The request, as soon as it is encoded.
    request: Option<Encoded>,
    state: State,
    /// Whether the token was renewed, which happens once at most.
    reauthorized: bool,
    /// Forgets the user's token, however the logout ends.
    logout: Option<LogoutGuard>,
}

enum State {
    Unsent,
    FetchingKey { context: CallContext, flow: Box<dyn ObtainPasswordKey> },
    Authorizing(AuthorizationFlow),
    Sending(Authorized),
    Received(Received),
    Completed,
}

impl RequestFlow {
    pub(crate) fn new(context: CallContext) -> Self {
        Self { context, request: None, state: State::Unsent, reauthorized: false, logout: None }
    }

    /// Polls the request. `read` makes the result of the response.
    pub(crate) fn poll<T>(
        &mut self,
        operation: &dyn AnyOperation,
        now: Timestamp,
        read: impl FnOnce(&Received, Shape) -> Result<(T, Unwrapped<'_>), Error>,
    ) -> Progress<T> {
        let received = match self.response(operation, now) {
            Ok(Break(received)) => received,
            Ok(Continue(step)) => return Ok(Continue(step)),
            Err(error) => return self.complete(operation, Err(error)).map(Break),
        };
        let outcome = match read(&received, operation.constants().response_shape) {
            Ok((result, unwrapped)) => self.apply(operation, &unwrapped).map(|()| result),
            Err(error) => Err(mask(error, operation, &self.context)),
        };
        self.complete(operation, outcome).map(Break)
    }

    pub(crate) fn handle(&mut self, operation: &dyn AnyOperation, now: Timestamp, event: Event) -> Result<(), Error> {
        let handled = match (&mut self.state, event) {
            (State::Authorizing(flow), event) => flow.handle(now, event),
            (State::FetchingKey { flow, .. }, event) => flow.handle(now, event),
            (State::Sending(_), Event::Response(Ok(response))) => self.receive(operation, now, response),
            (State::Sending(_), Event::Response(Err(error))) => Err(error.into()),
            _ => return Err(UNEXPECTED_EVENT),
        };
        handled.or_else(|error| self.complete(operation, Err(error)))
    }

    /// The steps up to the response.
    fn response(&mut self, operation: &dyn AnyOperation, now: Timestamp) -> Progress<Received> {
        loop {
            match &mut self.state {
                State::Unsent => self.begin(operation, now)?,
                State::FetchingKey { context, flow } => {
                    let key = ready!(flow.poll(now)).key;
                    let context = context.clone();
                    self.encode(operation, context, now, Some(&key))?;
                }
                State::Authorizing(flow) => self.state = State::Sending(ready!(flow.poll(now))),
                State::Sending(authorized) => {
                    let request = self.request.as_ref().ok_or(POLLED_AFTER_COMPLETION)?;
                    return Ok(Continue(Step::Send(request.request(&self.context, authorized))));
                }
                State::Received(_) | State::Completed => break,
            }
        }
        match std::mem::replace(&mut self.state, State::Completed) {
            State::Received(received) => Ok(Break(received)),
            _ => Err(POLLED_AFTER_COMPLETION),
        }
    }

    /// Encodes before it authorizes: a wrong argument must not cost a request for the owner's token.
    fn begin(&mut self, operation: &dyn AnyOperation, now: Timestamp) -> Result<(), Error> {
        let constants = operation.constants();
        self.context.require(constants)?;
        let local = self.context.pool().and_then(|context| operation.local_response(context, now));
        if let Some(json) = local {
            self.state = State::Received(Received { envelope: None, response: Response::new(200, json) });
            return Ok(());
        }
        if constants.session_effect == SessionEffect::ClearToken {
            self.logout = self.context.session().map(LogoutGuard::new);
        }
        // The arguments may hold the user's id, and the authorization is the user's token: both of the same user, even if
        // another logs in on another thread between the two.
        let context = self.context.pinned();
        self.encode(operation, context, now, None)
    }

    fn encode(
        &mut self,
        operation: &dyn AnyOperation,
        context: CallContext,
        now: Timestamp,
        key: Option<&PasswordKey>,
    ) -> Result<(), Error> {
        self.request = encode(operation, &context, key)?;
        self.state = if self.request.is_some() {
            State::Authorizing(context.authorize(operation.constants(), None, now)?)
        } else {
            let flow = context.obtain_password_key()?;
            State::FetchingKey { context, flow }
        };
        Ok(())
    }

    /// Keeps the response; or authorizes once more, if the service rejects a token that can be renewed.
    fn receive(&mut self, operation: &dyn AnyOperation, now: Timestamp, response: Response) -> Result<(), Error> {
        let constants = operation.constants();
        let renewable = match &mut self.state {
            State::Sending(authorized) if !self.reauthorized => authorized.renewable.take(),
            _ => None,
        };
        self.state = match renewable {
            Some(token) if self.context.rejects_token(constants.envelope, &response) => {
                self.reauthorized = true;
                State::Authorizing(self.context.authorize(constants, Some(token), now)?)
            }
            _ => State::Received(Received { envelope: Some(constants.envelope), response }),
        };
        Ok(())
    }

    /// Applies what the response means for the session: a login replaces the user who was logged in.
    fn apply(&self, operation: &dyn AnyOperation, unwrapped: &Unwrapped<'_>) -> Result<(), Error> {
        let SessionEffect::SetToken(effect) = operation.constants().session_effect else {
            return Ok(());
        };
        match self.context.session() {
            Some(session) => session.log_in(effect, unwrapped),
            None => Ok(()),
        }
    }

    /// Ends the flow; an error names the operation. A logout forgets the token in any case, and reports both errors if two happen.
    fn complete<T>(&mut self, operation: &dyn AnyOperation, outcome: Result<T, Error>) -> Result<T, Error> {
        let outcome = outcome.map_err(|error| error.of_operation(operation.constants().name));
        self.state = State::Completed;
        let forgotten = self.logout.take().map_or(Ok(()), LogoutGuard::finish);
        match (outcome, forgotten) {
            (Ok(_), Err(store)) => Err(store),
            (Err(error), Err(store)) => Err(LogoutFailed { error, store }.into()),
            (outcome, Ok(())) => outcome,
        }
    }
}

impl fmt::Debug for RequestFlow {
    /// The state's name alone: the URL may hold a phone number or a token, and the response anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match &self.state {
            State::Unsent => "Unsent",
            State::FetchingKey { .. } => "FetchingKey",
            State::Authorizing(_) => "Authorizing",
            State::Sending(_) => "Sending",
            State::Received(_) => "Received",
            State::Completed => "Completed",
        };
        write!(f, "RequestFlow({state})")
    }
}
