//! One operation of whose answer a flow needs one text.

use std::convert::Infallible;
use std::sync::Arc;

use super::{Event, Flow, RawCall, Step};
use crate::context::Context;
use crate::time::Timestamp;
use crate::wire::RawObject;
use crate::{Error, InvalidResponse, InvalidResponseKind, Operation};

/// A call whose result is one text of the answer. Unlike a [`Call`](super::Call), it needs no type of its own to be compiled.
#[derive(Debug)]
pub(crate) struct TextCall {
    call: RawCall,
    field: Option<&'static str>,
}

impl TextCall {
    /// The call's answer is the text.
    pub(crate) fn whole(context: &Arc<Context>, operation: impl Operation + Send + Sync + 'static) -> Self {
        Self { call: RawCall::new(context, operation), field: None }
    }

    /// The text is in this field of the answer.
    pub(crate) fn field(
        context: &Arc<Context>,
        operation: impl Operation + Send + Sync + 'static,
        field: &'static str,
    ) -> Self {
        Self { call: RawCall::new(context, operation), field: Some(field) }
    }

    fn text(&self, json: &str) -> Result<String, Error> {
        let text = match self.field {
            None => serde_json::from_str(json).ok(),
            Some(field) => RawObject::read(json).ok().and_then(|answer| answer.text(field)),
        };
        let path = self.field.unwrap_or(".").to_owned();
        let problem = || InvalidResponse { status: 200, path, kind: InvalidResponseKind::Shape, retry_after: None };
        text.ok_or_else(|| problem().into())
    }
}

impl Flow for TextCall {
    type Notification = Infallible;
    type Output = String;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, String>, Error> {
        match self.call.poll(now)?.until_done() {
            Ok(step) => Ok(step.widen()),
            Err(json) => self.text(&json).map(Step::Done),
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.call.handle(now, event)
    }
}
