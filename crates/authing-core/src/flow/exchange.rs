//! One request, signed and answered. Not generic, so that it is compiled once for all operations.
//!
//! ```text
//!  ┌─────────┐ signed  ┌─────────┐ answer  ┌──────────┐
//!  │ Signing │ ──────▶ │ Sending │ ──────▶ │ Answered │
//!  └─────────┘ ◀────── └─────────┘         └──────────┘
//!               once, when the service no longer takes the owner's token (2206, 2207)
//! ```

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

use http::header::AUTHORIZATION;
use http::{Request, Response};

use super::{Event, Flow, POLLED_AFTER_COMPLETION, Signature, Signed, Step, UNEXPECTED_EVENT};
use crate::body::Body;
use crate::context::Context;
use crate::operation::Constants;
use crate::time::Timestamp;
use crate::wire::decode::service_error_code;
use crate::wire::encode::RequestInfo;
use crate::{Error, ErrorCode, Token};

pub(crate) struct Exchange {
    context: Arc<Context>,
    request: Request<Body>,
    constants: Constants,
    renewed: bool,
    state: State,
}

enum State {
    Signing(Signature),
    Sending { owner: Option<Token> },
    Answered(Response<Vec<u8>>),
    Spent,
}

impl Exchange {
    pub(crate) fn new(context: &Arc<Context>, request: Request<Body>, constants: Constants) -> Self {
        let state = State::Signing(Signature::new(context, constants.authorization));
        Self { context: Arc::clone(context), request, constants, renewed: false, state }
    }

    /// The request to send. What it is about is said on the copy: to copy it too would cost more than to say it again.
    fn request(&self) -> Request<Body> {
        let Constants { name: operation, retryable, .. } = self.constants;
        let mut request = self.request.clone();
        request.extensions_mut().insert(RequestInfo { operation, retryable, attempt: 1 });
        request
    }

    fn sign(&mut self, signed: Signed) {
        if let Some(header) = signed.header {
            self.request.headers_mut().insert(AUTHORIZATION, header);
        }
        self.state = State::Sending { owner: signed.owner };
    }

    /// Whether the owner's token has to be fetched anew; once is enough.
    fn is_to_be_renewed(&self, response: &Response<Vec<u8>>) -> bool {
        !self.renewed
            && matches!(
                service_error_code(self.constants.endpoint.envelope(), response),
                Some(ErrorCode::TOKEN_EXPIRED | ErrorCode::TOKEN_INVALID)
            )
    }

    fn renew(&mut self, rejected: &Token) {
        self.context.session().owner().discard(rejected);
        self.renewed = true;
        self.state = State::Signing(Signature::new(&self.context, self.constants.authorization));
    }
}

impl fmt::Debug for Exchange {
    /// The state's name alone: the address may hold a phone number or a token, and the answer anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match &self.state {
            State::Signing(_) => "Signing",
            State::Sending { .. } => "Sending",
            State::Answered(_) => "Answered",
            State::Spent => "Spent",
        };
        write!(f, "Exchange({state})")
    }
}

impl Flow for Exchange {
    type Notification = Infallible;
    type Output = Response<Vec<u8>>;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, Self::Output>, Error> {
        if let State::Signing(signature) = &mut self.state {
            match signature.poll(now)?.until_done() {
                Ok(step) => return Ok(step.widen()),
                Err(signed) => self.sign(signed),
            }
        }
        match std::mem::replace(&mut self.state, State::Spent) {
            State::Answered(response) => Ok(Step::Done(response)),
            State::Spent => Err(POLLED_AFTER_COMPLETION),
            sending => {
                self.state = sending;
                Ok(Step::Send(self.request()))
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match (&mut self.state, event) {
            (State::Signing(signature), event) => signature.handle(now, event),
            (State::Sending { .. }, Event::Response(Err(fault))) => Err(fault.into()),
            (State::Sending { owner }, Event::Response(Ok(response))) => {
                match owner.take() {
                    Some(rejected) if self.is_to_be_renewed(&response) => self.renew(&rejected),
                    _ => self.state = State::Answered(response),
                }
                Ok(())
            }
            _ => Err(UNEXPECTED_EVENT),
        }
    }
}
