//! A span for each request, without anything secret in it.

use std::ops::ControlFlow::Continue;

use tracing::{Span, debug, debug_span, field};

use super::{Event, Flow, Progress, Step};
use crate::time::Timestamp;
use crate::{Error, Request, Response, TransportError};

/// Wraps a flow and records each request that it sends: `operation`, `host`, `attempt`, `status` or `error`, and `duration_ms`.
/// Paths, queries, headers and bodies are not recorded, at any level.
#[derive(Debug)]
pub(crate) struct Traced<F> {
    flow: F,
    sent: Option<Sent>,
}

#[derive(Debug)]
struct Sent {
    span: Span,
    at: Timestamp,
}

impl<F> Traced<F> {
    pub(crate) fn new(flow: F) -> Self {
        Self { flow, sent: None }
    }

    fn begin(&mut self, request: &Request, now: Timestamp) {
        let info = request.info();
        let span = debug_span!(
            "authing.request",
            operation = info.map_or("", |info| info.operation),
            host = request.host(),
            attempt = info.map_or(1, |info| info.attempt),
            status = field::Empty,
            error = field::Empty,
            duration_ms = field::Empty,
        );
        self.sent = Some(Sent { span, at: now });
    }

    fn end(&mut self, outcome: &Result<Response, TransportError>, now: Timestamp) {
        let Some(Sent { span, at }) = self.sent.take() else {
            return;
        };
        match outcome {
            Ok(response) => span.record("status", response.status()),
            Err(error) => span.record("error", field::display(error.kind)),
        };
        let duration = now.saturating_duration_since(at);
        span.record("duration_ms", u64::try_from(duration.as_millis()).unwrap_or(u64::MAX));
        span.in_scope(|| debug!("answered"));
    }
}

impl<F: Flow> Flow for Traced<F> {
    type Notification = F::Notification;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Progress<F::Output, F::Notification> {
        let progress = self.flow.poll(now)?;
        if let Continue(Step::Send(request)) = &progress
            && self.sent.is_none()
        {
            self.begin(request, now);
        }
        Ok(progress)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        if let Event::Response(outcome) = &event {
            self.end(outcome, now);
        }
        self.flow.handle(now, event)
    }
}
