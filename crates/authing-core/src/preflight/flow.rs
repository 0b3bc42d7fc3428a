//! The flow that checks the health of the services.
//!
//! ```text
//!  ┌──────┐   ┌───────┐   ┌─────┐
//!  │ User │ ─▶│ Oauth │ ─▶│ Cdn │ ─▶ done
//!  └──────┘   └───────┘   └─────┘
//! ```

use std::convert::Infallible;
use std::sync::Arc;

use super::{CheckCdn, CheckOauthService, CheckUserService};
use crate::Error;
use crate::context::Context;
use crate::flow::{Call, Event, Flow, POLLED_AFTER_COMPLETION, Step};
use crate::time::Timestamp;

/// Sends a health check to the user service, the OAuth service and the CDN, in that order, and returns the first error. Any 2xx
/// status passes.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.preflight()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Preflight {
    context: Arc<Context>,
    state: State,
}

#[derive(Debug)]
enum State {
    User(Call<CheckUserService>),
    Oauth(Call<CheckOauthService>),
    Cdn(Call<CheckCdn>),
    Ended,
}

impl Preflight {
    /// A check of the configured services.
    pub fn new(context: &Arc<Context>) -> Self {
        Self { context: Arc::clone(context), state: State::User(Call::new(context, CheckUserService)) }
    }

    /// The current step, or the state that follows it.
    fn step(&mut self, now: Timestamp) -> Result<Step<Infallible, State>, Error> {
        let step = match &mut self.state {
            State::User(call) => call.poll(now)?.until_done(),
            State::Oauth(call) => call.poll(now)?.until_done(),
            State::Cdn(call) => call.poll(now)?.until_done(),
            State::Ended => return Err(POLLED_AFTER_COMPLETION),
        };
        Ok(match (step, &self.state) {
            (Ok(step), _) => step.widen(),
            (Err(_), State::User(_)) => Step::Done(State::Oauth(Call::new(&self.context, CheckOauthService))),
            (Err(_), State::Oauth(_)) => Step::Done(State::Cdn(Call::new(&self.context, CheckCdn))),
            (Err(_), State::Cdn(_) | State::Ended) => Step::Done(State::Ended),
        })
    }
}

impl Flow for Preflight {
    type Notification = Infallible;
    type Output = ();

    fn poll(&mut self, now: Timestamp) -> Result<Step, Error> {
        loop {
            match self.step(now)?.until_done() {
                Ok(step) => return Ok(step.widen()),
                Err(next) => self.state = next,
            }
            if matches!(self.state, State::Ended) {
                return Ok(Step::Done(()));
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::User(call) => call.handle(now, event),
            State::Oauth(call) => call.handle(now, event),
            State::Cdn(call) => call.handle(now, event),
            State::Ended => Err(crate::flow::UNEXPECTED_EVENT),
        }
    }
}
