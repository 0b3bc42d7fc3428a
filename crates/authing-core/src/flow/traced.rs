//! A span for each request, with nothing in it that is secret.

use http::Response;
use tracing::{Span, debug, debug_span, field};

use super::{Event, Flow, Step};
use crate::time::Timestamp;
use crate::wire::encode::RequestInfo;
use crate::{Error, TransportError};

/// Wraps a flow and records each request that it sends: `operation`, `host`, `attempt`, `status` or `fault`, and `duration_ms`.
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

    fn begin(&mut self, request: &http::Request<crate::Body>, now: Timestamp) {
        let about = request.extensions().get::<RequestInfo>();
        let span = debug_span!(
            "authing.request",
            operation = about.map_or("", |about| about.operation),
            host = request.uri().host().unwrap_or_default(),
            attempt = about.map_or(1, |about| about.attempt),
            status = field::Empty,
            fault = field::Empty,
            duration_ms = field::Empty,
        );
        self.sent = Some(Sent { span, at: now });
    }

    fn end(&mut self, answer: &Result<Response<Vec<u8>>, TransportError>, now: Timestamp) {
        let Some(Sent { span, at }) = self.sent.take() else {
            return;
        };
        match answer {
            Ok(response) => span.record("status", response.status().as_u16()),
            Err(fault) => span.record("fault", field::display(fault.kind)),
        };
        span.record("duration_ms", u64::try_from(now.saturating_duration_since(at).as_millis()).unwrap_or(u64::MAX));
        span.in_scope(|| debug!("answered"));
    }
}

impl<F: Flow> Flow for Traced<F> {
    type Notification = F::Notification;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Result<Step<F::Notification, F::Output>, Error> {
        let step = self.flow.poll(now)?;
        if let Step::Send(request) = &step
            && self.sent.is_none()
        {
            self.begin(request, now);
        }
        Ok(step)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        if let Event::Response(answer) = &event {
            self.end(answer, now);
        }
        self.flow.handle(now, event)
    }
}
