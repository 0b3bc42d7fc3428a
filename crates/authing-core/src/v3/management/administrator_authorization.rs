//! The authorization of an administrator's call: a token that is fetched in single flight, and again before it expires or where the
//! service rejects it.

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;
use std::time::Duration;

use super::ManagementContext;
use super::token::{GetManagementToken, ManagementToken};
use crate::flow::{Authorized, Call, Event, Flow, Obtain, Progress, Shared, bearer, ready};
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::{Error, Token};

/// The token that all calls of an administrator share.
pub(super) struct SharedManagementToken {
    context: Arc<ManagementContext>,
    /// The token of this caller that the service has rejected.
    rejected: Option<Token>,
}

impl SharedManagementToken {
    pub(super) fn new(context: &Arc<ManagementContext>, rejected: Option<Token>) -> Self {
        Self { context: Arc::clone(context), rejected }
    }
}

impl Shared for SharedManagementToken {
    type Value = ManagementToken;
    type Fetch = FetchManagementToken;

    fn cache(&self) -> &SingleFlight<ManagementToken> {
        self.context.token()
    }

    fn is_usable(&self, value: &ManagementToken, now: Timestamp) -> bool {
        Some(&value.token) != self.rejected.as_ref() && value.is_fresh(now)
    }

    fn fetch(&self) -> FetchManagementToken {
        FetchManagementToken(Call::new(&self.context, GetManagementToken))
    }

    fn longest_step(&self) -> Duration {
        self.context.runtime().longest_step()
    }
}

/// The flow that fetches the token.
pub(super) struct FetchManagementToken(Call<GetManagementToken>);

impl Flow for FetchManagementToken {
    type Notification = Infallible;
    type Output = ManagementToken;

    fn poll(&mut self, now: Timestamp) -> Progress<ManagementToken> {
        let response = ready!(self.0.poll(now));
        ManagementToken::read(response, now).map(Break)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.0.handle(now, event)
    }
}

/// The flow that yields the authorization of an administrator's call.
#[derive(Debug)]
pub(super) struct AdministratorAuthorization(Obtain<SharedManagementToken>);

impl AdministratorAuthorization {
    pub(super) fn new(context: &Arc<ManagementContext>, rejected: Option<Token>) -> Self {
        Self(Obtain::new(SharedManagementToken::new(context, rejected)))
    }
}

impl Flow for AdministratorAuthorization {
    type Notification = Infallible;
    type Output = Authorized;

    fn poll(&mut self, now: Timestamp) -> Progress<Authorized> {
        let ManagementToken { token, pool, .. } = ready!(self.0.poll(now));
        Ok(Break(Authorized { header: Some(bearer(&token)?), renewable: Some(token), pool }))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.0.handle(now, event)
    }
}
