//! One operation, whatever its answer's type: what [`Call`](super::Call) and [`RawCall`](super::RawCall) share. Compiled once.
//!
//! ```text
//!             poll: encode            answer
//!  ┌────────┐ ─────────▶ ┌──────────┐ ──────▶ ┌──────────┐
//!  │ Unsent │            │ Underway │         │ Answered │
//!  └────────┘            └──────────┘         └──────────┘
//!       └── known without asking ─────────────────▲
//! ```

use std::convert::Infallible;
use std::sync::Arc;

use http::Response;

use super::{Event, Exchange, Flow, POLLED_AFTER_COMPLETION, Step};
use crate::Error;
use crate::context::Context;
use crate::operation::AnyOperation;
use crate::time::Timestamp;
use crate::wire::decode::{Unwrapped, unwrap};
use crate::wire::encode::encode;
use crate::wire::{Arguments, Envelope};

#[derive(Debug)]
pub(crate) struct Asking {
    context: Arc<Context>,
    state: State,
}

#[derive(Debug)]
enum State {
    Unsent,
    Underway(Exchange),
    Spent,
}

/// A response, and how the answer in it is wrapped.
#[derive(Debug)]
struct Answered {
    envelope: Envelope,
    response: Response<Vec<u8>>,
}

impl Asking {
    pub(crate) fn new(context: &Arc<Context>) -> Self {
        Self { context: Arc::clone(context), state: State::Unsent }
    }

    /// Polls to the end, where `decode` makes the answer of what the service sent.
    pub(crate) fn poll<T>(
        &mut self,
        operation: &dyn AnyOperation,
        now: Timestamp,
        decode: impl FnOnce(Unwrapped<'_>) -> Result<T, Error>,
    ) -> Result<Step<Infallible, T>, Error> {
        let answered = match self.step(operation, now).map(Step::until_done) {
            Ok(Ok(step)) => return Ok(step.widen()),
            Ok(Err(answered)) => answered,
            Err(error) => return self.settle(operation, None, Err(error)),
        };
        let unwrapped = unwrap(answered.envelope, &answered.response).map_err(|error| self.masked(operation, error));
        let json = unwrapped.as_ref().ok().map(Unwrapped::json);
        self.settle(operation, json, unwrapped.and_then(decode)).map(Step::Done)
    }

    pub(crate) fn handle(&mut self, operation: &dyn AnyOperation, now: Timestamp, event: Event) -> Result<(), Error> {
        let State::Underway(exchange) = &mut self.state else {
            return Err(super::UNEXPECTED_EVENT);
        };
        exchange.handle(now, event).or_else(|error| self.settle(operation, None, Err(error)))
    }

    fn step(&mut self, operation: &dyn AnyOperation, now: Timestamp) -> Result<Step<Infallible, Answered>, Error> {
        if matches!(self.state, State::Unsent) {
            if let Some(json) = operation.local_response(&self.context, now) {
                self.state = State::Spent;
                return Ok(Step::Done(Answered::local_response(json)));
            }
            let request = encode(operation, &self.context)?;
            self.state = State::Underway(Exchange::new(&self.context, request, operation.constants()));
        }
        let State::Underway(exchange) = &mut self.state else {
            return Err(POLLED_AFTER_COMPLETION);
        };
        match exchange.poll(now)?.until_done() {
            Ok(step) => Ok(step.widen()),
            Err(response) => {
                self.state = State::Spent;
                Ok(Step::Done(Answered { envelope: operation.constants().endpoint.envelope(), response }))
            }
        }
    }

    /// Ends. What the outcome means for the session; the call's own error comes first.
    fn settle<T>(
        &mut self,
        operation: &dyn AnyOperation,
        json: Option<&str>,
        outcome: Result<T, Error>,
    ) -> Result<T, Error> {
        self.state = State::Spent;
        let json = json.filter(|_| outcome.is_ok());
        let settled = self.context.session().settle(operation.constants().effect, json);
        outcome.and_then(|answer| settled.map(|()| answer))
    }

    /// A service may repeat what it was sent (`Variable "$phoneCode" got invalid value "…"`): what must not be seen is masked.
    fn masked(&self, operation: &dyn AnyOperation, mut error: Error) -> Error {
        if let Error::Service(refusal) = &mut error {
            for secret in &self.hidden(operation) {
                for text in std::iter::once(&mut refusal.message).chain(&mut refusal.oauth_error) {
                    if text.contains(secret.as_str()) {
                        *text = text.replace(secret.as_str(), "…");
                    }
                }
            }
        }
        error
    }

    /// What the service was or may have been sent and must not be seen. Long ones first: a code may be a part of a number.
    fn hidden(&self, operation: &dyn AnyOperation) -> Vec<String> {
        let mut hidden = Arguments::secrets(|arguments| operation.arguments(arguments));
        let session = self.context.session();
        let tokens = session.token().into_iter().chain(session.owner().token());
        hidden.extend(tokens.map(|token| token.expose().to_owned()));
        hidden.extend(self.context.config().secret().map(|secret| secret.expose().to_owned()));
        hidden.retain(|secret| !secret.is_empty());
        hidden.extend(hidden.iter().filter_map(|secret| quoted(secret)).collect::<Vec<_>>());
        hidden.sort_unstable_by_key(|secret| std::cmp::Reverse(secret.len()));
        hidden
    }
}

/// A text as it stands inside of JSON, where that is another: a service may repeat a request's body as it came.
fn quoted(text: &str) -> Option<String> {
    let json = serde_json::to_string(text).ok()?;
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    (inside != text).then(|| inside.to_owned())
}

impl Answered {
    /// An answer that needed no service.
    fn local_response(json: String) -> Self {
        Self { envelope: Envelope::Plain, response: Response::new(json.into_bytes()) }
    }
}
