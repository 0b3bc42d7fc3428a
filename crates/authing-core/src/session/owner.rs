//! The owner's token: fetched once, shared, and fetched again by one caller while the others wait.
//!
//! ```text
//!            lead            finish(token)
//!  ┌───────┐ ─────▶ ┌─────────┐ ─────────▶ ┌──────┐
//!  │ Empty │        │ Flying  │            │ Held │
//!  └───────┘ ◀───── └─────────┘            └──────┘
//!      ▲   drop, or finish(error)              │ discard, or its `exp` passes
//!      └───────────────────────────────────────┘
//! ```
//!
//! The caller who leads holds a [`Lease`]. It gives the lease back when it is dropped, because an asynchronous caller can be
//! cancelled at any point; whoever waits then leads.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::sync::lock;
use crate::time::Timestamp;
use crate::token::unverified_expiry;
use crate::{Error, Token};

/// How long a refusal answers for those who ask after it: a wrong secret does not become right, and a crowd that comes a
/// moment too late must not ask again one by one.
const REFUSAL_LASTS: Duration = Duration::from_secs(1);

/// The owner's part of a session.
#[derive(Clone, Debug, Default)]
pub(crate) struct OwnerSession(Arc<Mutex<Owner>>);

#[derive(Debug, Default)]
struct Owner {
    flights: u64,
    state: State,
    refused: Option<Refused>,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Empty,
    Flying,
    Held {
        token: Token,
        expiry: Option<Timestamp>,
    },
}

#[derive(Debug)]
struct Refused {
    flight: Flight,
    at: Timestamp,
    error: Error,
}

impl Refused {
    /// A broken connection may be whole again at once; a refusal stands for a while.
    fn lasts(&self, now: Timestamp) -> bool {
        matches!(self.error, Error::Service(_))
            && !self.error.is_retryable()
            && now.saturating_duration_since(self.at) < REFUSAL_LASTS
    }
}

/// One attempt to fetch the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flight(u64);

/// What a caller who needs the token is to do.
#[derive(Debug)]
pub(crate) enum Turn {
    /// Use it.
    Use(Token),
    /// Fetch it.
    Lead(Lease),
    /// Wait for the one who fetches it.
    Follow(Flight),
}

impl OwnerSession {
    /// What to do, for a caller who has been waiting for `flight` or has just come.
    pub(crate) fn turn(&self, now: Timestamp, waited_for: Option<Flight>) -> Result<Turn, Error> {
        let mut owner = lock(&self.0);
        match &owner.state {
            State::Held { token, expiry } if expiry.is_none_or(|expiry| now < expiry) => {
                return Ok(Turn::Use(token.clone()));
            }
            State::Flying => return Ok(Turn::Follow(Flight(owner.flights))),
            State::Held { .. } | State::Empty => {}
        }
        if let Some(refused) = &owner.refused
            && (Some(refused.flight) == waited_for || refused.lasts(now))
        {
            return Err(refused.error.clone());
        }
        owner.flights += 1;
        owner.state = State::Flying;
        Ok(Turn::Lead(Lease { flight: Flight(owner.flights), owner: self.clone(), returned: false }))
    }

    /// The token that is held, alive or not.
    pub(crate) fn token(&self) -> Option<Token> {
        match &lock(&self.0).state {
            State::Held { token, .. } => Some(token.clone()),
            State::Empty | State::Flying => None,
        }
    }

    /// Forgets a token that the service no longer takes, unless another has come in its place.
    pub(crate) fn discard(&self, rejected: &Token) {
        let mut owner = lock(&self.0);
        if matches!(&owner.state, State::Held { token, .. } if token == rejected) {
            owner.state = State::Empty;
        }
    }
}

/// The right to fetch the token.
#[derive(Debug)]
pub(crate) struct Lease {
    flight: Flight,
    owner: OwnerSession,
    returned: bool,
}

impl Lease {
    /// Ends the flight, for everybody who waits for it.
    pub(crate) fn finish(mut self, now: Timestamp, outcome: Result<&Token, &Error>) {
        self.returned = true;
        let mut owner = lock(&self.owner.0);
        match outcome {
            Ok(token) => {
                owner.refused = None;
                owner.state = State::Held { token: token.clone(), expiry: unverified_expiry(token) };
            }
            Err(error) => {
                owner.refused = Some(Refused { flight: self.flight, at: now, error: error.clone() });
                owner.state = State::Empty;
            }
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if !self.returned {
            lock(&self.owner.0).state = State::Empty;
        }
    }
}
