//! The authorization of a request, as a flow. Most tokens are at hand; a token that many clients share is obtained in steps
//! ([`Obtain`](super::Obtain)).

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Break;

use super::{Event, Flow, Progress, UNEXPECTED_EVENT};
use crate::message::HeaderValue;
use crate::time::Timestamp;
use crate::transport::MaybeSendSync;
use crate::{Error, Token};

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

/// A token with its scheme (RFC 6750, section 2.1).
pub(crate) fn bearer(token: &Token) -> Result<HeaderValue, Error> {
    header(["Bearer ", token.expose()].concat())
}

/// A token without a scheme; empty without a token.
pub(crate) fn bare(token: Option<&Token>) -> Result<HeaderValue, Error> {
    header(token.map(|token| token.expose().to_owned()).unwrap_or_default())
}

/// The header with this value. A pool's token was checked before, so that it is one that a header can carry.
pub(crate) fn header(value: String) -> Result<HeaderValue, Error> {
    HeaderValue::try_from(value).map_err(|_| Token::unsendable())
}
