//! Obtaining a value that many share: use it, wait for the caller that fetches it, or fetch it.
//!
//! ```text
//!             fetch   ┌──────────┐ value
//!          ┌────────▶ │ Fetching │ ───────────┐
//!  ┌───────┴──┐       └──────────┘            ▼
//!  │ Choosing │ ──────────── cached ───────▶ done
//!  └───────┬──┘       ┌─────────┐
//!          └────────▶ │ Waiting │ ── waited: choose again
//!              wait   └─────────┘
//! ```

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::{self, Break, Continue};
use std::time::Duration;

use super::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, UNEXPECTED_EVENT};
use crate::Error;
use crate::single_flight::{Access, FetchId, Lease, SingleFlight};
use crate::time::Timestamp;

/// Where a shared value is cached, when it is usable, and how it is fetched.
pub(crate) trait Shared {
    /// The value.
    type Value: Clone;
    /// The flow that fetches it.
    type Fetch: Flow<Notification = Infallible, Output = Self::Value>;

    fn cache(&self) -> &SingleFlight<Self::Value>;
    fn is_usable(&self, value: &Self::Value, now: Timestamp) -> bool;
    fn fetch(&self) -> Self::Fetch;
    /// Longer than any one step of the fetch may take.
    fn longest_step(&self) -> Duration;
}

/// The first wait of a caller for another's fetch, and the longest: each is twice the one before, so that a thousand callers
/// do not take the lock a hundred times a second.
const FIRST_WAIT: Duration = Duration::from_millis(10);
const LONGEST_WAIT: Duration = Duration::from_millis(160);

/// The flow that obtains a shared value.
pub(crate) struct Obtain<S: Shared> {
    shared: S,
    wait: Duration,
    state: State<S>,
}

enum State<S: Shared> {
    Choosing { waited_for: Option<FetchId> },
    Waiting(FetchId),
    Fetching { lease: Lease<S::Value>, flow: S::Fetch },
    Completed,
}

impl<S: Shared> Obtain<S> {
    pub(crate) fn new(shared: S) -> Self {
        Self { shared, wait: FIRST_WAIT, state: State::Choosing { waited_for: None } }
    }

    /// The cached value, or the state in which it is waited for or fetched.
    fn choose(&self, now: Timestamp, waited_for: Option<FetchId>) -> Result<ControlFlow<S::Value, State<S>>, Error> {
        let is_usable = |value: &S::Value| self.shared.is_usable(value, now);
        let access = self.shared.cache().access(now, self.shared.longest_step(), waited_for, is_usable)?;
        Ok(match access {
            Access::Cached(value) => Break(value),
            Access::Wait(id) => Continue(State::Waiting(id)),
            Access::Fetch(lease) => Continue(State::Fetching { lease, flow: self.shared.fetch() }),
        })
    }

    /// Ends the fetch with its outcome, for every caller that waits.
    fn finish(&mut self, now: Timestamp, outcome: Result<S::Value, Error>) -> Result<S::Value, Error> {
        if let State::Fetching { lease, .. } = std::mem::replace(&mut self.state, State::Completed) {
            lease.finish(now, outcome.as_ref().cloned());
        }
        outcome
    }
}

impl<S: Shared> Flow for Obtain<S> {
    type Notification = Infallible;
    type Output = S::Value;

    fn poll(&mut self, now: Timestamp) -> Progress<S::Value> {
        loop {
            match &mut self.state {
                &mut State::Choosing { waited_for } => match self.choose(now, waited_for)? {
                    Continue(state) => self.state = state,
                    Break(value) => {
                        self.state = State::Completed;
                        return Ok(Break(value));
                    }
                },
                State::Waiting(_) => return Ok(Continue(Step::Wait(self.wait))),
                State::Fetching { lease, flow } => {
                    lease.renew(now);
                    return match flow.poll(now) {
                        Ok(Continue(step)) => Ok(Continue(step)),
                        Ok(Break(value)) => self.finish(now, Ok(value)).map(Break),
                        Err(error) => self.finish(now, Err(error)).map(Break),
                    };
                }
                State::Completed => return Err(POLLED_AFTER_COMPLETION),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match (&mut self.state, event) {
            (State::Fetching { lease, flow }, event) => {
                lease.renew(now);
                let handled = flow.handle(now, event);
                handled.or_else(|error| self.finish(now, Err(error)).map(drop))
            }
            (State::Waiting(id), Event::Waited) => {
                self.wait = (self.wait * 2).min(LONGEST_WAIT);
                self.state = State::Choosing { waited_for: Some(*id) };
                Ok(())
            }
            _ => Err(UNEXPECTED_EVENT),
        }
    }
}

impl<S: Shared> fmt::Debug for Obtain<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.state {
            State::Choosing { .. } => "Obtain(Choosing)",
            State::Waiting(_) => "Obtain(Waiting)",
            State::Fetching { .. } => "Obtain(Fetching)",
            State::Completed => "Obtain(Completed)",
        })
    }
}
