//! Tokens of the application itself, or of a programmatic account.

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::endpoint_call::{Announced, EndpointCall};
use super::{ApplicationContext, TokenSet, TokenSetResponse};
use crate::Error;
use crate::flow::{Event, Flow, Progress, ready};
use crate::time::Timestamp;

/// The flow of tokens without a user: [`RequestTokens`](super::RequestTokens) with client credentials, or
/// [`RequestAccountTokens`](super::RequestAccountTokens). An ID token in the response is left out.
pub(super) struct RequestApplicationTokens<O>(EndpointCall<O>);

impl<O: Announced> RequestApplicationTokens<O> {
    pub(super) fn new(context: &Arc<ApplicationContext>, operation: O) -> Self {
        Self(EndpointCall::new(context, operation))
    }
}

impl<O: Announced<Response = TokenSetResponse>> Flow for RequestApplicationTokens<O> {
    type Notification = Infallible;
    type Output = TokenSet;

    fn poll(&mut self, now: Timestamp) -> Progress<TokenSet> {
        let response = ready!(self.0.poll(now));
        TokenSet::read(&response, now).map(Break)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.0.handle(now, event)
    }
}

impl<O> fmt::Debug for RequestApplicationTokens<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RequestApplicationTokens(…)")
    }
}
