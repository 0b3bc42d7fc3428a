//! One operation, as a flow.
//!
//! ```text
//!             poll: encode            answer
//!  ┌────────┐ ─────────▶ ┌──────────┐ ──────▶ ┌──────────┐ poll ┌───────┐
//!  │ Unsent │            │ Underway │         │ Answered │ ───▶ │ Spent │
//!  └────────┘            └──────────┘         └──────────┘      └───────┘
//!       └── known without asking ─────────────────▲
//! ```

use std::convert::Infallible;
use std::sync::Arc;

use http::Response;

use super::{Event, Exchange, Flow, NOT_ASKED, POLLED_AFTER_END, Step};
use crate::context::Context;
use crate::time::Timestamp;
use crate::wire::Arguments;
use crate::wire::decode::decode;
use crate::wire::encode::encode;
use crate::{Error, Operation};

/// One operation, as a flow: encoded, signed, sent, decoded, and its meaning for the session settled.
#[derive(Debug)]
pub struct Call<O: Operation> {
    context: Arc<Context>,
    operation: O,
    state: State<O::Answer>,
}

#[derive(Debug)]
enum State<T> {
    Unsent,
    Underway(Exchange),
    Answered(T),
    Spent,
}

impl<O: Operation> Call<O> {
    /// The flow of one operation.
    pub fn new(context: &Arc<Context>, operation: O) -> Self {
        Self { context: Arc::clone(context), operation, state: State::Unsent }
    }

    fn begin(&mut self, now: Timestamp) -> Result<(), Error> {
        self.state = if let Some(answer) = self.operation.known(&self.context, now) {
            State::Answered(answer)
        } else {
            let request = encode(&self.operation, &self.context)?;
            State::Underway(Exchange::new(&self.context, request, O::SIGNER, O::ENDPOINT.envelope()))
        };
        Ok(())
    }

    fn finish(&mut self, response: &Response<Vec<u8>>) -> Result<O::Answer, Error> {
        self.state = State::Spent;
        let outcome = decode(O::ENDPOINT.envelope(), response).map_err(|error| self.masked(error));
        self.settle(outcome)
    }

    /// Ends without an answer.
    fn fail<T>(&mut self, error: Error) -> Result<T, Error> {
        self.state = State::Spent;
        // Nothing but an error comes of an error.
        self.settle(Err(error)).and(Err(POLLED_AFTER_END))
    }

    /// What the outcome means for the session. The call's own error comes first.
    fn settle(&self, outcome: Result<O::Answer, Error>) -> Result<O::Answer, Error> {
        let settled = self.operation.settle(outcome.as_ref(), self.context.session());
        let answer = outcome?;
        settled.map(|()| answer)
    }

    /// A service may repeat what it was sent (`Variable "$phoneCode" got invalid value "…"`): what must not be seen is masked.
    fn masked(&self, mut error: Error) -> Error {
        if let Error::Refused(refusal) = &mut error {
            for secret in &self.hidden() {
                for text in std::iter::once(&mut refusal.message).chain(&mut refusal.oauth) {
                    if text.contains(secret.as_str()) {
                        *text = text.replace(secret.as_str(), "…");
                    }
                }
            }
        }
        error
    }

    /// What the service was or may have been sent and must not be seen. Long ones first: a code may be a part of a number.
    fn hidden(&self) -> Vec<String> {
        let mut hidden = Arguments::hidden(|arguments| self.operation.arguments(arguments));
        let session = self.context.session();
        let tokens = session.token().into_iter().chain(session.owner().token());
        hidden.extend(tokens.map(|token| token.expose().to_owned()));
        hidden.extend(self.context.config().secret().map(|secret| secret.expose().to_owned()));
        hidden.retain(|secret| !secret.is_empty());
        hidden.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        hidden
    }
}

impl<O: Operation> Flow for Call<O> {
    type News = Infallible;
    type Output = O::Answer;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, O::Answer>, Error> {
        if matches!(self.state, State::Unsent)
            && let Err(error) = self.begin(now)
        {
            return self.fail(error);
        }
        if let State::Underway(exchange) = &mut self.state {
            match exchange.poll(now).map(Step::until_done) {
                Ok(Ok(step)) => return Ok(step.widen()),
                Ok(Err(response)) => self.state = State::Answered(self.finish(&response)?),
                Err(error) => return self.fail(error),
            }
        }
        match std::mem::replace(&mut self.state, State::Spent) {
            State::Answered(answer) => Ok(Step::Done(answer)),
            _ => Err(POLLED_AFTER_END),
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        let State::Underway(exchange) = &mut self.state else { return Err(NOT_ASKED) };
        exchange.handle(now, event).or_else(|error| self.fail(error))
    }
}
