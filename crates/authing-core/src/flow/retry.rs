//! The retry of requests, for all flows.
//!
//! A flow's [`poll`](Flow::poll) stays the same until an event is handled. [`Retry`] does not pass a retryable failure to the
//! inner flow. It returns [`Step::Wait`]; the inner flow's next `poll` then returns the same request.
//!
//! ```text
//!  ┌─────────┐ retryable failure ┌─────────┐
//!  │ Passing │ ────────────────▶ │ Waiting │
//!  └─────────┘ ◀──────────────── └─────────┘
//!                    waited
//! ```

use std::ops::ControlFlow::Continue;
use std::sync::Arc;
use std::time::Duration;

use super::{Event, Flow, Progress, Step, UNEXPECTED_EVENT};
use crate::context::Context;
use crate::message::RequestInfo;
use crate::runtime::Runtime;
use crate::time::Timestamp;
use crate::wire::decode::{AnyEnvelope, has_error_code};
use crate::{Error, ErrorCode, Response, TransportError, TransportErrorKind};

/// Wraps a flow and repeats those of its requests that may be repeated, by the configuration's
/// [`RetryPolicy`](crate::RetryPolicy). The clients wrap every flow; a driver of an embedder may do so.
#[derive(Debug)]
pub struct Retry<F> {
    runtime: Arc<Runtime>,
    flow: F,
    /// How often the current request has failed.
    failures: u32,
    request: Option<RequestInfo>,
    waiting: Option<Duration>,
}

impl<F> Retry<F> {
    /// Wraps a flow.
    pub fn new(context: &Context, flow: F) -> Self {
        Self::over(context.runtime(), flow)
    }

    pub(crate) fn over(runtime: &Arc<Runtime>, flow: F) -> Self {
        Self { runtime: Arc::clone(runtime), flow, failures: 0, request: None, waiting: None }
    }

    /// The time to wait before the request is sent again, if it is to be sent again.
    fn wait_after(&self, outcome: &Result<Response, TransportError>) -> Option<Duration> {
        let request = self.request.filter(|request| {
            request.retryable && may_pass(outcome, request.envelope)
                || request.repeats_throttled && is_throttled(outcome, request.envelope)
        });
        request?;
        let asked = outcome.as_ref().ok().and_then(Response::retry_after);
        self.runtime.http().retry().wait(self.failures + 1, self.runtime.random().jitter(), asked)
    }
}

/// The status of a request that came too soon after others (RFC 6585, section 4).
const TOO_MANY_REQUESTS: u16 = 429;

/// Whether the failure may be over a little later.
fn may_pass(outcome: &Result<Response, TransportError>, envelope: &dyn AnyEnvelope) -> bool {
    match outcome {
        Err(error) => matches!(error.kind, TransportErrorKind::Connect | TransportErrorKind::ConnectionLost),
        Ok(response) => {
            matches!(response.status(), TOO_MANY_REQUESTS | 502..=504)
                || has_error_code(envelope, response, ErrorCode::SYSTEM_BUSY)
                || envelope.status_code(response).is_some_and(ErrorCode::is_transient_v3)
        }
    }
}

/// Whether the service was too busy to take the request: it has done nothing.
fn is_throttled(outcome: &Result<Response, TransportError>, envelope: &dyn AnyEnvelope) -> bool {
    outcome.as_ref().is_ok_and(|response| {
        response.status() == TOO_MANY_REQUESTS || envelope.status_code(response) == Some(ErrorCode::V3_THROTTLED)
    })
}

impl<F: Flow> Flow for Retry<F> {
    type Notification = F::Notification;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Progress<F::Output, F::Notification> {
        if let Some(wait) = self.waiting {
            return Ok(Continue(Step::Wait(wait)));
        }
        let mut progress = self.flow.poll(now)?;
        if let Continue(Step::Send(request)) = &mut progress {
            // A request of an embedder's own says nothing about itself, and is not repeated.
            self.request = request.info_mut().map(|info| {
                info.attempt = self.failures + 1;
                *info
            });
        }
        Ok(progress)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        if self.waiting.take().is_some() {
            return if matches!(event, Event::Waited) { Ok(()) } else { Err(UNEXPECTED_EVENT) };
        }
        if let Event::Response(outcome) = &event {
            self.waiting = self.wait_after(outcome);
            if self.waiting.is_some() {
                self.failures += 1;
                return Ok(());
            }
            self.failures = 0;
        }
        self.flow.handle(now, event)
    }
}
