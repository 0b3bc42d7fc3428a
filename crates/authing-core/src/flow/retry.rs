//! Trying again, once for all flows.
//!
//! A flow's [`poll`](Flow::poll) stays the same until something is handled. So to try again is to keep the bad news to oneself
//! and to wait: the flow then asks for the same request again.
//!
//! ```text
//!  ┌─────────┐ worth trying again ┌─────────┐
//!  │ Passing │ ─────────────────▶ │ Waiting │
//!  └─────────┘ ◀───────────────── └─────────┘
//!                    waited
//! ```

use std::sync::Arc;
use std::time::Duration;

use http::Response;

use super::{Event, Flow, NOT_ASKED, Step};
use crate::context::Context;
use crate::time::Timestamp;
use crate::wire::decode::{names_code, retry_after};
use crate::wire::encode::About;
use crate::{Code, Error, Fault, FaultKind};

/// Wraps a flow and repeats those of its requests that may be repeated, as the configuration's
/// [`RetryPolicy`](crate::RetryPolicy) has it. The clients wrap every flow so; an embedder's own loop may.
#[derive(Debug)]
pub struct Retry<F> {
    context: Arc<Context>,
    flow: F,
    /// How often the current request has failed.
    failures: u32,
    repeatable: bool,
    waiting: Option<Duration>,
}

impl<F> Retry<F> {
    /// Wraps a flow.
    pub fn new(context: &Arc<Context>, flow: F) -> Self {
        Self { context: Arc::clone(context), flow, failures: 0, repeatable: false, waiting: None }
    }

    /// How long to wait before the request is sent again, if it is worth it.
    fn wait_after(&self, answer: &Result<Response<Vec<u8>>, Fault>) -> Option<Duration> {
        if !self.repeatable || !is_passing(answer) {
            return None;
        }
        let asked = answer.as_ref().ok().and_then(retry_after);
        self.context.config().retry().wait(self.failures + 1, self.context.jitter(), asked)
    }
}

/// Whether what went wrong may pass.
fn is_passing(answer: &Result<Response<Vec<u8>>, Fault>) -> bool {
    match answer {
        Err(fault) => matches!(fault.kind, FaultKind::Connect | FaultKind::Interrupted),
        Ok(response) => {
            matches!(response.status().as_u16(), 502..=504) || names_code(response.body(), Code::SYSTEM_BUSY)
        }
    }
}

impl<F: Flow> Flow for Retry<F> {
    type News = F::News;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Result<Step<F::News, F::Output>, Error> {
        if let Some(wait) = self.waiting {
            return Ok(Step::Wait(wait));
        }
        let mut step = self.flow.poll(now)?;
        if let Step::Send(request) = &mut step {
            // A request of an embedder's own says nothing about itself, and is not repeated.
            self.repeatable = false;
            if let Some(about) = request.extensions_mut().get_mut::<About>() {
                about.attempt = self.failures + 1;
                self.repeatable = about.repeatable;
            }
        }
        Ok(step)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        if self.waiting.take().is_some() {
            return if matches!(event, Event::Waited) { Ok(()) } else { Err(NOT_ASKED) };
        }
        if let Event::Answered(answer) = &event {
            self.waiting = self.wait_after(answer);
            if self.waiting.is_some() {
                self.failures += 1;
                return Ok(());
            }
            self.failures = 0;
        }
        self.flow.handle(now, event)
    }
}
