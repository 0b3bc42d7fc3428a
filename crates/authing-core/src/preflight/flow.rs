//! The flow that checks the health of the services.
//!
//! ```text
//!  ┌──────┐   ┌───────┐   ┌─────┐
//!  │ User │ ─▶│ Oauth │ ─▶│ Cdn │ ─▶ done
//!  └──────┘   └───────┘   └─────┘
//! ```

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::{CheckCdn, CheckOauthService, CheckUserService};
use crate::Error;
use crate::context::Context;
use crate::flow::{Call, Event, Flow, Progress, ready};
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
}

impl Preflight {
    /// A check of the configured services.
    pub fn new(context: &Arc<Context>) -> Self {
        Self { context: Arc::clone(context), state: State::User(Call::new(context, CheckUserService)) }
    }
}

impl Flow for Preflight {
    type Notification = Infallible;
    type Output = ();

    fn poll(&mut self, now: Timestamp) -> Progress<()> {
        loop {
            self.state = match &mut self.state {
                State::User(call) => {
                    ready!(call.poll(now));
                    State::Oauth(Call::new(&self.context, CheckOauthService))
                }
                State::Oauth(call) => {
                    ready!(call.poll(now));
                    State::Cdn(Call::new(&self.context, CheckCdn))
                }
                State::Cdn(call) => {
                    ready!(call.poll(now));
                    return Ok(Break(()));
                }
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::User(call) => call.handle(now, event),
            State::Oauth(call) => call.handle(now, event),
            State::Cdn(call) => call.handle(now, event),
        }
    }
}
