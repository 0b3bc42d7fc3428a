//! The authorization of a request: whose token it carries. Nothing else in the core reads a token to send it.
//!
//! Only the owner's token takes steps ([`Obtain`]); every other is at hand.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::message::HeaderValue;

use super::{Event, Flow, Obtain, Progress, Shared, TextCall, UNEXPECTED_EVENT, ready};
use crate::context::{Context, SharedToken, Who};
use crate::management::GetOwnerToken;
use crate::operation::Constants;
use crate::principal::Authorization;
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::transport::MaybeSendSync;
use crate::{Error, Token};
use std::ops::ControlFlow::Break;

/// The flow that yields a request's `authorization`.
#[derive(Debug)]
pub(crate) enum AuthorizationFlow {
    AtHand(Option<HeaderValue>),
    Other(Box<dyn ObtainAuthorization>),
}

/// A flow that yields the authorization.
pub(crate) trait ObtainAuthorization:
    Flow<Notification = Infallible, Output = Authorized> + fmt::Debug + MaybeSendSync
{
}

impl<F: Flow<Notification = Infallible, Output = Authorized> + fmt::Debug + MaybeSendSync> ObtainAuthorization for F {}

/// The header, and its token if that can be renewed when the service rejects it.
#[derive(Debug)]
pub(crate) struct Authorized {
    pub(crate) header: Option<HeaderValue>,
    pub(crate) renewable: Option<Token>,
    /// The pool that the token is for, where a header names it.
    pub(crate) pool: Option<HeaderValue>,
}

impl AuthorizationFlow {
    /// The authorization that an operation needs. `rejected` is a token that the service has just rejected.
    pub(crate) fn new(
        context: &Arc<Context>,
        operation: &Constants,
        rejected: Option<Token>,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let needs = operation.authorization;
        let header = match (needs, context.who()) {
            (Authorization::Nothing, _)
            | (Authorization::Login, Who::Visitor { .. })
            | (Authorization::Secret, Who::Owner(_)) => None,
            (Authorization::Optional | Authorization::Owner, Who::Owner(authorize)) => {
                return Ok(authorize(context, rejected));
            }
            (
                Authorization::Login
                | Authorization::Owner
                | Authorization::Secret
                | Authorization::AnyApplication
                | Authorization::Application
                | Authorization::ApplicationUser
                | Authorization::Administrator
                | Authorization::AccessKey,
                _,
            )
            | (Authorization::User | Authorization::OptionalUser, Who::Owner(_)) => {
                return Err(Error::WrongPrincipal { operation: operation.name, needs });
            }
            (Authorization::Optional, _) => context.user_bearer(now)?,
            (Authorization::OptionalUser, _) => Some(bare(context.user_token(now)?.as_ref())?),
            (Authorization::User, _) => Some(bare(Some(&context.user_token(now)?.ok_or(Error::NotLoggedIn)?))?),
        };
        Ok(Self::AtHand(header))
    }
}

impl Flow for AuthorizationFlow {
    type Notification = Infallible;
    type Output = Authorized;

    fn poll(&mut self, now: Timestamp) -> Progress<Authorized> {
        match self {
            Self::AtHand(header) => Ok(Break(Authorized { header: header.take(), renewable: None, pool: None })),
            Self::Other(flow) => flow.poll(now),
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match self {
            Self::Other(flow) => flow.handle(now, event),
            Self::AtHand(_) => Err(UNEXPECTED_EVENT),
        }
    }
}

pub(crate) fn bearer(token: &Token) -> Result<HeaderValue, Error> {
    header(format!("Bearer {}", token.expose()))
}

fn bare(token: Option<&Token>) -> Result<HeaderValue, Error> {
    header(token.map(|token| token.expose().to_owned()).unwrap_or_default())
}

/// A pool's token was checked when it came, so that this does not fail.
pub(crate) fn header(value: String) -> Result<HeaderValue, Error> {
    HeaderValue::try_from(value).map_err(|_| Token::unsendable())
}

/// The authorization of the pool's owner. `rejected` is a token that the service has just rejected.
pub(crate) fn authorize_owner(context: &Arc<Context>, rejected: Option<Token>) -> AuthorizationFlow {
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
pub(crate) struct OwnerToken {
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
pub(crate) struct FetchOwnerToken(TextCall);

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
