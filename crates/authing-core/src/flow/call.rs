//! One operation, as a flow: with its response as a value, as the JSON that the service sent, or as one text of it.

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::{Event, Flow, Progress, RequestFlow, ready};
use crate::call_context::CallContext;
use crate::context::Context;
use crate::operation::AnyOperation;
use crate::time::Timestamp;
use crate::wire::decode::{read, read_raw};
use crate::wire::{RawObject, text};
use crate::{Error, InvalidResponse, InvalidResponseKind, Operation};

/// One operation, as a flow: encoded, authorized, sent, decoded, and its effect on the session applied.
#[derive(Debug)]
pub struct Call<O> {
    operation: O,
    request: RequestFlow,
}

impl<O: Operation> Call<O> {
    /// The flow of one operation.
    pub fn new(context: impl Into<CallContext>, operation: O) -> Self {
        Self { operation, request: RequestFlow::new(context.into()) }
    }
}

impl<O: Operation> Flow for Call<O> {
    type Notification = Infallible;
    type Output = O::Response;

    fn poll(&mut self, now: Timestamp) -> Progress<O::Response> {
        self.request.poll(&self.operation, now, read)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.request.handle(&self.operation, now, event)
    }
}

/// An operation whose type is forgotten, for a [`RawCall`].
pub struct BoxOperation(Box<dyn AnyOperation + Send + Sync>);

impl<O: Operation + Send + Sync + 'static> From<O> for BoxOperation {
    fn from(operation: O) -> Self {
        Self(Box::new(operation))
    }
}

impl fmt::Debug for BoxOperation {
    /// The name alone: an argument may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BoxOperation").field(&self.0.constants().name).finish()
    }
}

/// One operation, as a flow whose response stays the JSON that the service sent: for callers that pass it on. All operations
/// are of this one type.
pub struct RawCall {
    operation: Box<dyn AnyOperation + Send + Sync>,
    request: RequestFlow,
}

impl RawCall {
    /// The flow of one operation.
    pub fn new(context: impl Into<CallContext>, operation: impl Into<BoxOperation>) -> Self {
        let BoxOperation(operation) = operation.into();
        Self { operation, request: RequestFlow::new(context.into()) }
    }
}

impl fmt::Debug for RawCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, request } = self;
        f.debug_struct("RawCall").field("operation", &operation.constants().name).field("request", request).finish()
    }
}

impl Flow for RawCall {
    type Notification = Infallible;
    type Output = String;

    fn poll(&mut self, now: Timestamp) -> Progress<String> {
        self.request.poll(self.operation.as_ref(), now, read_raw)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.request.handle(self.operation.as_ref(), now, event)
    }
}

/// A call whose result is one text of the response. Unlike a [`Call`], it needs no type of its own to be compiled.
#[derive(Debug)]
pub(crate) struct TextCall {
    call: RawCall,
    field: Option<&'static str>,
}

impl TextCall {
    /// The call's response is the text.
    pub(crate) fn whole(context: &Arc<Context>, operation: impl Operation + Send + Sync + 'static) -> Self {
        Self { call: RawCall::new(context, operation), field: None }
    }

    /// The text is in this field of the response.
    pub(crate) fn field(
        context: &Arc<Context>,
        operation: impl Operation + Send + Sync + 'static,
        field: &'static str,
    ) -> Self {
        Self { call: RawCall::new(context, operation), field: Some(field) }
    }

    fn text(&self, json: &str) -> Option<String> {
        match self.field {
            None => text(json),
            Some(field) => RawObject::read(json).ok().and_then(|response| response.text(field)),
        }
    }

    /// The error of a response without the text, or with a text that cannot be used.
    pub(crate) fn invalid_shape(&self) -> Error {
        let error = InvalidResponse::new(200, self.field.unwrap_or("."), InvalidResponseKind::Shape);
        Error::from(error).of_operation(self.call.operation.constants().name)
    }
}

impl Flow for TextCall {
    type Notification = Infallible;
    type Output = String;

    fn poll(&mut self, now: Timestamp) -> Progress<String> {
        let json = ready!(self.call.poll(now));
        self.text(&json).map(Break).ok_or_else(|| self.invalid_shape())
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.call.handle(now, event)
    }
}
