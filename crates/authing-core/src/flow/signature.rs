//! Who signs, and with what: the flow that yields the `authorization` header.
//!
//! Only the owner's token can take steps; every other answer is at hand.
//!
//! ```text
//!             lead    ┌──────────┐ token
//!          ┌────────▶ │ Fetching │ ───────────┐
//!  ┌───────┴──┐       └──────────┘            ▼
//!  │ Choosing │ ──────────────────────────▶ done
//!  └───────┬──┘       ┌───────────┐
//!          └────────▶ │ Following │ ── waited: choose again
//!             follow  └───────────┘
//! ```

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use super::{Event, Flow, Step, TextCall, UNEXPECTED_EVENT};
use crate::context::Context;
use crate::management::GetOwnerToken;
use crate::operation::Authorization;
use crate::session::{Flight, Lease, SessionState, Turn};
use crate::time::Timestamp;
use crate::{Error, Token};

/// How often a caller who waits for another's token looks for it.
const FOLLOWING_PACE: Duration = Duration::from_millis(10);

#[derive(Debug)]
pub(crate) struct Signature {
    context: Arc<Context>,
    authorization: Authorization,
    state: State,
}

#[derive(Debug)]
enum State {
    Choosing { waited_for: Option<Flight> },
    Following(Flight),
    Fetching { lease: Option<Lease>, call: Box<TextCall> },
}

/// The header, and the owner's token if it was the owner who signed.
#[derive(Debug)]
pub(crate) struct Signed {
    pub(crate) header: Option<HeaderValue>,
    pub(crate) owner: Option<Token>,
}

impl Signature {
    pub(crate) fn new(context: &Arc<Context>, authorization: Authorization) -> Self {
        Self { context: Arc::clone(context), authorization, state: State::Choosing { waited_for: None } }
    }

    /// Who signs without the owner; `None` means that the owner must.
    fn without_owner(&self, now: Timestamp) -> Result<Option<Signed>, Error> {
        let session = self.context.session();
        let user = || session.live_token(now);
        let header = match self.authorization {
            Authorization::None => None,
            Authorization::Optional => match user() {
                Some(token) => Some(header("Bearer ", &token)?),
                None if self.context.config().secret().is_some() => return Ok(None),
                None => None,
            },
            Authorization::OptionalUser => {
                Some(user().map_or(Ok(HeaderValue::from_static("")), |token| header("", &token))?)
            }
            Authorization::User => match (user(), session.state(now)) {
                (Some(token), _) => Some(header("", &token)?),
                (None, SessionState::Expired) => return Err(Error::TokenExpired),
                (None, _) => return Err(Error::NotLoggedIn),
            },
            Authorization::Owner if self.context.config().secret().is_none() => {
                return Err(Error::MissingSecret);
            }
            Authorization::Owner => return Ok(None),
        };
        Ok(Some(Signed { header, owner: None }))
    }

    fn choose(&mut self, now: Timestamp, waited_for: Option<Flight>) -> Result<Option<Signed>, Error> {
        if let Some(signed) = self.without_owner(now)? {
            return Ok(Some(signed));
        }
        self.state = match self.context.session().owner().turn(now, waited_for)? {
            Turn::Use(token) => return by_owner(token).map(Some),
            Turn::Follow(flight) => State::Following(flight),
            Turn::Lead(lease) => {
                let call = Box::new(TextCall::field(&self.context, GetOwnerToken, "accessToken"));
                State::Fetching { lease: Some(lease), call }
            }
        };
        Ok(None)
    }
}

fn by_owner(token: Token) -> Result<Signed, Error> {
    Ok(Signed { header: Some(header("Bearer ", &token)?), owner: Some(token) })
}

fn header(scheme: &str, token: &Token) -> Result<HeaderValue, Error> {
    let value = format!("{scheme}{}", token.expose());
    let mut header = HeaderValue::try_from(value)
        .map_err(|_| Error::invalid_argument("token", "holds characters that an HTTP header cannot carry"))?;
    header.set_sensitive(true);
    Ok(header)
}

impl Flow for Signature {
    type Notification = Infallible;
    type Output = Signed;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, Signed>, Error> {
        if let State::Choosing { waited_for } = self.state
            && let Some(signed) = self.choose(now, waited_for)?
        {
            return Ok(Step::Done(signed));
        }
        match &mut self.state {
            State::Choosing { .. } => Err(super::POLLED_AFTER_COMPLETION),
            State::Following(_) => Ok(Step::Wait(FOLLOWING_PACE)),
            State::Fetching { lease, call } => match ended(now, lease, call.poll(now))?.until_done() {
                Ok(step) => Ok(step.widen()),
                Err(token) => {
                    let token = Token::from(token);
                    if let Some(lease) = lease.take() {
                        lease.finish(now, Ok(&token));
                    }
                    by_owner(token).map(Step::Done)
                }
            },
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match (&mut self.state, event) {
            (State::Fetching { lease, call }, event) => ended(now, lease, call.handle(now, event)),
            (State::Following(flight), Event::Waited) => {
                self.state = State::Choosing { waited_for: Some(*flight) };
                Ok(())
            }
            _ => Err(UNEXPECTED_EVENT),
        }
    }
}

/// An error ends the flight for everybody who waits.
fn ended<T>(now: Timestamp, lease: &mut Option<Lease>, outcome: Result<T, Error>) -> Result<T, Error> {
    if let Err(error) = &outcome
        && let Some(lease) = lease.take()
    {
        lease.finish(now, Err(error));
    }
    outcome
}
