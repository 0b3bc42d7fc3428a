//! Calls that take many values, cut into batches.

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::ManagementContext;
use crate::flow::{Call, Event, Flow, POLLED_AFTER_COMPLETION, Progress, UNEXPECTED_EVENT, ready};
use crate::time::Timestamp;
use crate::{Error, Operation};

/// The most values that a call carries: as many as a page has at most. The protocol gives no number of its own for batches.
pub const MAX_BATCH: usize = 50;

/// An operation that takes many values.
pub trait Batched: Operation + Clone {
    /// The same operation several times, with so many of the values each.
    fn split(self, size: usize) -> Vec<Self>;
    /// Joins the responses.
    fn merge(all: &mut Self::Response, more: Self::Response);
}

/// The values in parts of so many.
pub(crate) fn split<T>(values: Vec<T>, size: usize) -> impl Iterator<Item = Vec<T>> {
    let mut values = values.into_iter();
    std::iter::from_fn(move || {
        let part: Vec<_> = values.by_ref().take(size).collect();
        (!part.is_empty()).then_some(part)
    })
}

/// The flow of such an operation: one call after the other. The first error ends it; what the calls before it did stays done.
pub struct InBatches<O: Batched> {
    context: Arc<ManagementContext>,
    rest: std::vec::IntoIter<O>,
    call: Option<Call<O>>,
    response: Option<O::Response>,
}

impl<O: Batched> InBatches<O> {
    /// The flow of an operation.
    pub fn new(context: &Arc<ManagementContext>, operation: O) -> Self {
        // Without a value the one call says what is wrong.
        let parts = match operation.clone().split(MAX_BATCH) {
            parts if parts.is_empty() => vec![operation],
            parts => parts,
        };
        let mut rest = parts.into_iter();
        let call = rest.next().map(|operation| Call::new(context, operation));
        Self { context: Arc::clone(context), rest, call, response: None }
    }
}

impl<O: Batched> Flow for InBatches<O> {
    type Notification = Infallible;
    type Output = O::Response;

    fn poll(&mut self, now: Timestamp) -> Progress<O::Response> {
        loop {
            let call = self.call.as_mut().ok_or(POLLED_AFTER_COMPLETION)?;
            let response = ready!(call.poll(now));
            match &mut self.response {
                Some(all) => O::merge(all, response),
                None => self.response = Some(response),
            }
            self.call = self.rest.next().map(|operation| Call::new(&self.context, operation));
            if self.call.is_none() {
                return self.response.take().map(Break).ok_or(POLLED_AFTER_COMPLETION);
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.call {
            Some(call) => call.handle(now, event),
            None => Err(UNEXPECTED_EVENT),
        }
    }
}

impl<O: Batched> std::fmt::Debug for InBatches<O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InBatches").field("calls_left", &self.rest.len()).finish_non_exhaustive()
    }
}
