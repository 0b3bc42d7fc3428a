//! The pool's owner: a principal whose token is fetched with the pool's secret, and shared by all owner's clients of the pool.

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;
use std::time::Duration;

use super::{Context, PoolState, PrincipalKind, SharedToken};
use crate::flow::{AuthorizationFlow, Authorized, Event, Flow, Obtain, Progress, Shared, TextCall, bearer, ready};
use crate::management::GetOwnerToken;
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::{Error, Token};

impl PoolState {
    /// The owner.
    pub(crate) fn owner(self: &Arc<Self>) -> Result<Arc<Context>, Error> {
        match self.config.secret() {
            Some(_) => Ok(Arc::new(Context {
                pool: Arc::clone(self),
                principal: PrincipalKind::Owner(authorize_owner),
                session: None,
                pinned: None,
            })),
            None => Err(Error::MissingSecret),
        }
    }
}

impl Context {
    /// The context of the pool's owner.
    ///
    /// # Errors
    ///
    /// [`Error::MissingSecret`] if the configuration has no secret.
    pub fn as_owner(&self) -> Result<Arc<Self>, Error> {
        self.pool.owner()
    }
}

/// The authorization of the pool's owner. `rejected` is a token that the service has just rejected.
fn authorize_owner(context: &Arc<Context>, rejected: Option<Token>) -> AuthorizationFlow {
    let owner = OwnerToken { context: Arc::clone(context), rejected };
    AuthorizationFlow::Other(Box::new(OwnerAuthorization(Obtain::new(owner))))
}

/// The flow that yields the authorization of the pool's owner.
#[derive(Debug)]
struct OwnerAuthorization(Obtain<OwnerToken>);

impl Flow for OwnerAuthorization {
    type Notification = Infallible;
    type Output = Authorized;

    fn poll(&mut self, now: Timestamp) -> Progress<Authorized> {
        let SharedToken { token, .. } = ready!(self.0.poll(now));
        Ok(Break(Authorized { header: Some(bearer(&token)?), renewable: Some(token), pool: None }))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.0.handle(now, event)
    }
}

/// The owner's token, which all owner's clients of a pool share.
struct OwnerToken {
    context: Arc<Context>,
    /// A token that the service no longer takes from this caller. Another caller may have replaced it since.
    rejected: Option<Token>,
}

impl Shared for OwnerToken {
    type Value = SharedToken;
    type Fetch = FetchOwnerToken;

    fn cache(&self) -> &SingleFlight<SharedToken> {
        self.context.owner_token()
    }

    fn is_usable(&self, value: &SharedToken, now: Timestamp) -> bool {
        Some(&value.token) != self.rejected.as_ref() && value.expiry.is_none_or(|expiry| now < expiry)
    }

    fn fetch(&self) -> FetchOwnerToken {
        FetchOwnerToken(TextCall::field(&self.context, GetOwnerToken, "accessToken"))
    }

    fn longest_step(&self) -> Duration {
        self.context.runtime().longest_step()
    }
}

/// The flow that fetches the owner's token with the pool's secret.
struct FetchOwnerToken(TextCall);

impl Flow for FetchOwnerToken {
    type Notification = Infallible;
    type Output = SharedToken;

    fn poll(&mut self, now: Timestamp) -> Progress<SharedToken> {
        let token = Token::from(ready!(self.0.poll(now)));
        token.check().map_err(|_| self.0.invalid_shape())?;
        Ok(Break(SharedToken::new(token)))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.0.handle(now, event)
    }
}
