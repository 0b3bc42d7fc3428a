//! The administrator's token, which is fetched with the access key.
//!
//! Wire: `POST {host}/api/v3/get-management-token`

use std::time::Duration;

use serde::Deserialize;

use crate::message::HeaderValue;
use crate::principal::needs;
use crate::time::Timestamp;
use crate::token::{unverified_claim, unverified_expiry};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape, loose_number};
use crate::{Error, InvalidResponse, InvalidResponseKind, Method, Operation, Service, Token};

/// Gets the administrator's token for the access key. The clients send it themselves.
///
/// # Errors
///
/// * [`Error::Service`](crate::Error::Service) with [`V3_UNAUTHORIZED`](crate::ErrorCode::V3_UNAUTHORIZED) if the access key is
///   wrong.
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

impl ResponseShape for ManagementTokenResponse {
    const SHAPE: Shape = Shape::Object(&["access_token"]);
}

/// The token, its pool, and the time of the next fetch.
#[derive(Clone, Debug)]
pub(crate) struct ManagementToken {
    pub(crate) token: Token,
    pub(crate) pool: Option<HeaderValue>,
    expiry: Option<Timestamp>,
}

/// The claim that names the pool.
const SCOPED_USER_POOL_ID: &str = "scoped_userpool_id";
/// The time before its expiry at which the token is fetched again. It covers the time of a request and the difference of the clocks.
const EXPIRES_SOON: Duration = Duration::from_secs(60);

impl ManagementToken {
    pub(super) fn read(response: ManagementTokenResponse, now: Timestamp) -> Result<Self, Error> {
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
    pub(super) fn is_fresh(&self, now: Timestamp) -> bool {
        self.expiry.is_none_or(|expiry| now + EXPIRES_SOON < expiry)
    }
}
