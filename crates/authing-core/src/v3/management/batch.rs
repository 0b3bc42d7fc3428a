//! Calls with many values, cut into batches.

use std::any::Any;
use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::ManagementContext;
use crate::flow::{Call, Event, Flow, POLLED_AFTER_COMPLETION, Progress, UNEXPECTED_EVENT, ready};
use crate::time::Timestamp;
use crate::{Error, IncompleteBatch, Operation};

/// The greatest number of values of a call: that of a page. The protocol has no number of its own for batches.
pub const MAX_BATCH: usize = 50;

/// An operation that takes many values.
pub trait Batched: Operation<Response: Joined> + Clone {
    /// The number of values.
    fn count(&self) -> usize;
    /// Keeps the first values, `count` of them, and returns the same operation with the others.
    fn split_off(&mut self, count: usize) -> Self;
}

/// The response of a batch, which is joined from those of its calls.
pub trait Joined: Any + Send + Sync {
    /// Adds the response of the next call.
    fn join(&mut self, next: Self);
}

impl Joined for () {
    fn join(&mut self, (): ()) {}
}

impl<T: Any + Send + Sync> Joined for Vec<T> {
    fn join(&mut self, next: Self) {
        self.extend(next);
    }
}

/// An operation with many values in one field.
macro_rules! batched {
    ($Operation:ident, $field:ident) => {
        impl $crate::v3::management::Batched for $Operation {
            fn count(&self) -> usize {
                self.$field.len()
            }

            fn split_off(&mut self, count: usize) -> Self {
                let values = self.$field.split_off(count);
                let mut rest = self.clone();
                rest.$field = values;
                rest
            }
        }
    };
}
pub(crate) use batched;

/// Methods that run such an operation: rows as those of `methods`, whose documentation gets the error of a batch.
macro_rules! batch_methods {
    ($(#[doc = $heading:expr])* impl [] $Who:ident as $Shown:ident of $clients:tt { $(
        $(#[doc = $doc:expr])* $(@example $example:literal)?
        fn $name:ident($($arg:ident: $type:ty),*) -> $response:ty = $operation:expr;
    )* }) => {
        $crate::client::methods::flow_methods! {
            $(#[doc = $heading])* impl [] $Who as $Shown of $clients { $(
                $(#[doc = $doc])*
                /// * [`Error::Incomplete`](crate::Error::Incomplete) if a call after the first fails: it says what was done.
                $(@example $example)?
                fn $name(context $(, $arg: $type)*) -> $response
                    = $crate::v3::management::InBatches::new(context, $operation);
            )* }
        }
    };
}
pub(crate) use batch_methods;

/// The flow of an operation in batches: one call after the other. The first error ends it. The effects of the calls before it stay,
/// and [`Error::Incomplete`] lists them; an error of the first call is returned unchanged.
pub struct InBatches<O: Batched> {
    context: Arc<ManagementContext>,
    call: Option<Call<O>>,
    /// The number of values in the call.
    in_call: usize,
    rest: Option<O>,
    done: usize,
    /// The responses of the calls that are done.
    response: Option<O::Response>,
}

impl<O: Batched> InBatches<O> {
    /// The flow of an operation.
    pub fn new(context: &Arc<ManagementContext>, operation: O) -> Self {
        let context = Arc::clone(context);
        let mut flow = Self { context, call: None, in_call: 0, rest: Some(operation), done: 0, response: None };
        // Without a value, the one call says what is wrong.
        flow.next_call();
        flow
    }

    fn next_call(&mut self) {
        self.call = self.rest.take().map(|mut part| {
            let rest = part.split_off(part.count().min(MAX_BATCH));
            self.in_call = part.count();
            self.rest = (rest.count() > 0).then_some(rest);
            Call::new(&self.context, part)
        });
    }

    fn receive(&mut self, response: O::Response) {
        self.done += self.in_call;
        match &mut self.response {
            Some(all) => all.join(response),
            None => self.response = Some(response),
        }
    }

    fn interrupted(&mut self, error: Error) -> Error {
        let Some(response) = self.response.take() else { return error };
        let counts = [self.done, self.in_call, self.rest.as_ref().map_or(0, O::count)];
        Error::Incomplete(Box::new(IncompleteBatch::new(counts, error, response)))
    }
}

impl<O: Batched> Flow for InBatches<O> {
    type Notification = Infallible;
    type Output = O::Response;

    fn poll(&mut self, now: Timestamp) -> Progress<O::Response> {
        loop {
            let progress = self.call.as_mut().ok_or(POLLED_AFTER_COMPLETION)?.poll(now);
            let response = ready!(progress.map_err(|error| self.interrupted(error)));
            self.receive(response);
            self.next_call();
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

impl<O: Batched> fmt::Debug for InBatches<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { context: _, call: _, in_call, rest, done, response: _ } = self;
        let left = rest.as_ref().map_or(0, O::count);
        f.debug_struct("InBatches")
            .field("done", done)
            .field("in_call", in_call)
            .field("left", &left)
            .finish_non_exhaustive()
    }
}
