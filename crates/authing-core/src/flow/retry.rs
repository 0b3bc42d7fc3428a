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

use super::{Event, Flow, Step, UNEXPECTED_EVENT};
use crate::context::Context;
use crate::time::Timestamp;
use crate::wire::decode::{has_error_code, retry_after};
use crate::wire::encode::RequestInfo;
use crate::{Error, ErrorCode, TransportError, TransportErrorKind};

/// Wraps a flow and repeats those of its requests that may be repeated, as the configuration's
/// [`RetryPolicy`](crate::RetryPolicy) has it. The clients wrap every flow so; an embedder's own loop may.
#[derive(Debug)]
pub struct Retry<F> {
    context: Arc<Context>,
    flow: F,
    /// How often the current request has failed.
    failures: u32,
    retryable: bool,
    waiting: Option<Duration>,
}

impl<F> Retry<F> {
    /// Wraps a flow.
    pub fn new(context: &Arc<Context>, flow: F) -> Self {
        Self { context: Arc::clone(context), flow, failures: 0, retryable: false, waiting: None }
    }

    /// How long to wait before the request is sent again, if it is worth it.
    fn wait_after(&self, answer: &Result<Response<Vec<u8>>, TransportError>) -> Option<Duration> {
        if !self.retryable || !is_passing(answer) {
            return None;
        }
        let asked = answer.as_ref().ok().and_then(retry_after);
        self.context.config().retry().wait(self.failures + 1, self.context.jitter(), asked)
    }
}

/// Whether what went wrong may pass.
fn is_passing(answer: &Result<Response<Vec<u8>>, TransportError>) -> bool {
    match answer {
        Err(fault) => matches!(fault.kind, TransportErrorKind::Connect | TransportErrorKind::ConnectionLost),
        Ok(response) => {
            matches!(response.status().as_u16(), 502..=504) || has_error_code(response.body(), ErrorCode::SYSTEM_BUSY)
        }
    }
}

impl<F: Flow> Flow for Retry<F> {
    type Notification = F::Notification;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Result<Step<F::Notification, F::Output>, Error> {
        if let Some(wait) = self.waiting {
            return Ok(Step::Wait(wait));
        }
        let mut step = self.flow.poll(now)?;
        if let Step::Send(request) = &mut step {
            // A request of an embedder's own says nothing about itself, and is not repeated.
            self.retryable = false;
            if let Some(about) = request.extensions_mut().get_mut::<RequestInfo>() {
                about.attempt = self.failures + 1;
                self.retryable = about.retryable;
            }
        }
        Ok(step)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        if self.waiting.take().is_some() {
            return if matches!(event, Event::Waited) { Ok(()) } else { Err(UNEXPECTED_EVENT) };
        }
        if let Event::Response(answer) = &event {
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
