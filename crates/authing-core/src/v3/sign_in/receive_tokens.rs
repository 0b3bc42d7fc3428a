//! The flow of a login without a redirect: tokens, with a verified ID token.
//!
//! ```text
//!  ┌─────────┐ tokens ┌───────────┐
//!  │ Calling │ ─────▶ │ Verifying │ ─────▶ done
//!  └─────────┘        └───────────┘   ▲
//!       └── no ID token came ─────────┘
//! ```
//!
//! A code works once. Tokens are therefore not lost if no key can be fetched: the ID token is then left out, because it cannot be verified.
//! A wrong ID token is an error.

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;

use crate::application::{
    ApplicationContext, TokenSet, TokenSetResponse, UnverifiedIdToken, VerifyToken, is_rejection,
};
use crate::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, UNEXPECTED_EVENT};
use crate::time::Timestamp;
use crate::{Call, Error, Operation};

/// The flow of an operation whose response is tokens.
pub struct ReceiveTokens<O> {
    context: Arc<ApplicationContext>,
    state: State<O>,
}

enum State<O> {
    Calling(Call<O>),
    Verifying { tokens: TokenSet, verify: VerifyToken<UnverifiedIdToken> },
    Received(TokenSet),
    Completed,
}

impl<O: Operation<Response = TokenSetResponse>> ReceiveTokens<O> {
    /// The flow of an operation.
    pub fn new(context: &Arc<ApplicationContext>, operation: O) -> Self {
        Self { context: Arc::clone(context), state: State::Calling(Call::new(context, operation)) }
    }

    fn received(&self, now: Timestamp, response: TokenSetResponse) -> Result<State<O>, Error> {
        let tokens = TokenSet::read(&response, now)?;
        let Some(token) = response.id_token else { return Ok(State::Received(tokens)) };
        let token = UnverifiedIdToken::received(token, tokens.access_token().clone());
        Ok(State::Verifying { tokens, verify: VerifyToken::new(&self.context, token) })
    }
}

impl<O: Operation<Response = TokenSetResponse>> Flow for ReceiveTokens<O> {
    type Notification = Infallible;
    type Output = TokenSet;

    fn poll(&mut self, now: Timestamp) -> Progress<TokenSet> {
        loop {
            self.state = match std::mem::replace(&mut self.state, State::Completed) {
                State::Calling(mut call) => match call.poll(now)? {
                    Continue(step) => {
                        self.state = State::Calling(call);
                        return Ok(Continue(step));
                    }
                    Break(response) => self.received(now, response)?,
                },
                State::Verifying { tokens, mut verify } => match verify.poll(now) {
                    Ok(Continue(step)) => {
                        self.state = State::Verifying { tokens, verify };
                        return Ok(Continue(step));
                    }
                    Ok(Break(claims)) => {
                        let token = verify.token().id_token().clone();
                        State::Received(tokens.with_id_token(token, &claims, None))
                    }
                    Err(error) if is_rejection(&error) => return Err(error),
                    Err(_) => State::Received(tokens),
                },
                State::Received(tokens) => return Ok(Break(tokens)),
                State::Completed => return Err(POLLED_AFTER_COMPLETION),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Calling(call) => call.handle(now, event),
            State::Verifying { tokens, verify } => {
                if verify.handle(now, event).is_err() {
                    self.state = State::Received(tokens.clone());
                }
                Ok(())
            }
            State::Received(_) | State::Completed => Err(UNEXPECTED_EVENT),
        }
    }
}

impl<O> fmt::Debug for ReceiveTokens<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.state {
            State::Calling(_) => "ReceiveTokens(Calling)",
            State::Verifying { .. } => "ReceiveTokens(Verifying)",
            State::Received(_) => "ReceiveTokens(Received)",
            State::Completed => "ReceiveTokens(Completed)",
        })
    }
}
