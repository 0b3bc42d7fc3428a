//! The claims about a user, compared with the ID token.

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::endpoint_call::EndpointCall;
use super::{ApplicationContext, AuthenticationError, RequestUserInfo};
use crate::flow::{Event, Flow, Progress, ready};
use crate::oidc::UserInfoClaims;
use crate::time::Timestamp;
use crate::{Error, InvalidResponse, InvalidResponseKind, Operation as _};

/// The flow that reads the claims about a user. A response without `sub` is invalid; one about another user than the ID token's is
/// rejected (OpenID Connect Core 1.0, section 5.3.2).
pub struct ReadUserInfo {
    context: Arc<ApplicationContext>,
    call: EndpointCall<RequestUserInfo>,
}

impl ReadUserInfo {
    /// The flow of a user's context.
    pub fn new(context: &Arc<ApplicationContext>) -> Self {
        Self { context: Arc::clone(context), call: EndpointCall::new(context, RequestUserInfo::default()) }
    }
}

impl Flow for ReadUserInfo {
    type Notification = Infallible;
    type Output = UserInfoClaims;

    fn poll(&mut self, now: Timestamp) -> Progress<UserInfoClaims> {
        let claims = ready!(self.call.poll(now));
        let Some(subject) = claims.sub.as_deref().filter(|subject| !subject.is_empty()) else {
            let (path, kind) = ("sub".to_owned(), InvalidResponseKind::Shape);
            return Err(InvalidResponse {
                status: 200,
                path,
                kind,
                retry_after: None,
                operation: Some(RequestUserInfo::NAME),
            }
            .into());
        };
        let expected = self.context.tokens().and_then(|tokens| tokens.subject());
        if expected.is_some_and(|expected| expected.as_str() != subject) {
            return Err(AuthenticationError::WrongSubject.into());
        }
        Ok(Break(claims))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.call.handle(now, event)
    }
}

impl std::fmt::Debug for ReadUserInfo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReadUserInfo(…)")
    }
}
