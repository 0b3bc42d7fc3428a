//! A span for each request, with nothing in it that is secret.

use http::Response;
use tracing::{Span, debug, debug_span, field};

use super::{Event, Flow, Step};
use crate::time::Timestamp;
use crate::wire::encode::About;
use crate::{Error, Fault};

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
        let (operation, attempt) =
            request.extensions().get::<About>().map_or(("", 1), |about| (about.operation, about.attempt));
        let span = debug_span!(
            "authing.request",
            operation,
            host = request.uri().host().unwrap_or_default(),
            attempt,
            status = field::Empty,
            fault = field::Empty,
            duration_ms = field::Empty,
        );
        self.sent = Some(Sent { span, at: now });
    }

    fn end(&mut self, answer: &Result<Response<Vec<u8>>, Fault>, now: Timestamp) {
        let Some(Sent { span, at }) = self.sent.take() else {
            return;
        };
        match answer {
            Ok(response) => span.record("status", response.status().as_u16()),
            Err(fault) => span.record("fault", field::display(fault.kind)),
        };
        span.record("duration_ms", u64::try_from(now.since(at).as_millis()).unwrap_or(u64::MAX));
        span.in_scope(|| debug!("answered"));
    }
}

impl<F: Flow> Flow for Traced<F> {
    type News = F::News;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Result<Step<F::News, F::Output>, Error> {
        let step = self.flow.poll(now)?;
        if let Step::Send(request) = &step
            && self.sent.is_none()
        {
            self.begin(request, now);
        }
        Ok(step)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        if let Event::Answered(answer) = &event {
            self.end(answer, now);
        }
        self.flow.handle(now, event)
    }
}
