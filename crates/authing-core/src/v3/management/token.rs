//! The administrator's token: fetched with the access key in single flight, and fetched again before it expires or where the service
//! rejects it.
//!
//! Wire: `POST {host}/api/v3/get-management-token`

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;
use std::time::Duration;

use crate::message::HeaderValue;
use serde::Deserialize;

use super::ManagementContext;
use crate::flow::{Authorized, Call, Event, Flow, Obtain, Progress, Shared, bearer, ready};
use crate::principal::needs;
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::token::{unverified_claim, unverified_expiry};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape, loose_number};
use crate::{Error, InvalidResponse, InvalidResponseKind, Method, Operation, Service, Token};

/// Gets the administrator's token for the access key. The clients do so themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct GetManagementToken;

impl Operation for GetManagementToken {
    type Needs = needs::AccessKey;
    type Response = ManagementTokenResponse;

    const NAME: &'static str = "getManagementToken";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/get-management-token", Encoding::Json, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_access_key();
    }
}

/// The administrator's token.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ManagementTokenResponse {
    /// The token.
    pub access_token: Token,
    /// The lifetime of the token in seconds.
    #[serde(default, alias = "expire_in", deserialize_with = "loose_number")]
    pub expires_in: Option<i64>,
}

/// The token, the pool that it is for, and when it is fetched again.
#[derive(Clone, Debug)]
pub(crate) struct ManagementToken {
    pub(crate) token: Token,
    pub(crate) pool: Option<HeaderValue>,
    expiry: Option<Timestamp>,
}

/// The claim that names the pool.
const SCOPED_USER_POOL_ID: &str = "scoped_userpool_id";
/// How long before its expiry the token is fetched again: longer than a request takes, and the clocks' difference.
const EXPIRES_SOON: Duration = Duration::from_secs(60);

impl ManagementToken {
    fn read(response: ManagementTokenResponse, now: Timestamp) -> Result<Self, Error> {
        let ManagementTokenResponse { access_token: token, expires_in } = response;
        token.check().map_err(|_| {
            let (path, kind) = ("data.access_token".to_owned(), InvalidResponseKind::Shape);
            InvalidResponse::new(200, path, kind)
        })?;
        let lifetime = expires_in.and_then(|seconds| u64::try_from(seconds).ok()).map(Duration::from_secs);
        let pool = unverified_claim(&token, SCOPED_USER_POOL_ID).and_then(|pool| HeaderValue::try_from(pool).ok());
        let expiry = lifetime.map(|lifetime| now + lifetime).or_else(|| unverified_expiry(&token));
        Ok(Self { token, pool, expiry })
    }

    /// Whether the token does not expire in the next minute.
    fn is_fresh(&self, now: Timestamp) -> bool {
        self.expiry.is_none_or(|expiry| now + EXPIRES_SOON < expiry)
    }
}

/// The token that all calls of an administrator share.
pub(crate) struct SharedManagementToken {
    context: Arc<ManagementContext>,
    /// A token that the service no longer takes from this caller.
    rejected: Option<Token>,
}

impl SharedManagementToken {
    pub(crate) fn new(context: &Arc<ManagementContext>, rejected: Option<Token>) -> Self {
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
pub(crate) struct FetchManagementToken(Call<GetManagementToken>);

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
pub(crate) struct AdministratorAuthorization(Obtain<SharedManagementToken>);

impl AdministratorAuthorization {
    pub(crate) fn new(context: &Arc<ManagementContext>, rejected: Option<Token>) -> Self {
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

impl ResponseShape for ManagementTokenResponse {
    const SHAPE: Shape = Shape::Object(&["access_token"]);
}
