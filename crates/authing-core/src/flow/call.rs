//! One operation, as a flow: with its answer as a value, or as the JSON that the service sent.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

use super::{Asking, Event, Flow, Step};
use crate::context::Context;
use crate::operation::AnyOperation;
use crate::time::Timestamp;
use crate::wire::decode::decode;
use crate::{Error, Operation};

/// One operation, as a flow: encoded, signed, sent, decoded, and its meaning for the session settled.
#[derive(Debug)]
pub struct Call<O> {
    operation: O,
    asking: Asking,
}

impl<O: Operation> Call<O> {
    /// The flow of one operation.
    pub fn new(context: &Arc<Context>, operation: O) -> Self {
        Self { operation, asking: Asking::new(context) }
    }
}

impl<O: Operation> Flow for Call<O> {
    type Notification = Infallible;
    type Output = O::Response;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, O::Response>, Error> {
        self.asking.poll(&self.operation, now, decode)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.asking.handle(&self.operation, now, event)
    }
}

/// One operation, as a flow whose answer stays the JSON that the service sent: for those who hand it on. All operations are
/// of this one type.
pub struct RawCall {
    operation: Box<dyn AnyOperation + Send + Sync>,
    asking: Asking,
}

impl RawCall {
    /// The flow of one operation.
    pub fn new(context: &Arc<Context>, operation: impl Operation + Send + Sync + 'static) -> Self {
        Self { operation: Box::new(operation), asking: Asking::new(context) }
    }
}

impl fmt::Debug for RawCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, asking } = self;
        f.debug_struct("RawCall").field("operation", &operation.constants().name).field("asking", asking).finish()
    }
}

impl Flow for RawCall {
    type Notification = Infallible;
    type Output = String;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, String>, Error> {
        self.asking.poll(self.operation.as_ref(), now, |unwrapped| Ok(unwrapped.json().to_owned()))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.asking.handle(self.operation.as_ref(), now, event)
    }
}
