//! Verify an access token at the service.
//!
//! Wire: `GET {oauth}/oauth/oidc/validate_access_token?access_token=…`, without `authorization`.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::token::Audience;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape, loose_number};
use crate::{Method, Operation, Service, Token};

/// Verifies an access token of OpenID Connect at the service.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let status = client.validate_access_token("access token")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ValidateAccessToken {
    /// The access token.
    pub access_token: Token,
}

impl Operation for ValidateAccessToken {
    type Needs = needs::Nothing;
    type Response = AccessTokenStatus;

    const NAME: &'static str = "validateAccessToken";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Oauth,
        Method::Get,
        "/oauth/oidc/validate_access_token",
        Encoding::Query,
        Envelope::Oauth,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("access_token", &self.access_token);
    }
}

/// The claims of a valid access token. An invalid token is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AccessTokenStatus {
    /// The user.
    #[serde(default)]
    pub sub: Option<String>,
    /// The application.
    #[serde(default)]
    pub aud: Option<Audience>,
    /// The scope of the token.
    #[serde(default)]
    pub scope: Option<String>,
    /// The time of issue (`iat`), in seconds since 1970-01-01T00:00:00Z.
    #[serde(default, deserialize_with = "loose_number")]
    pub iat: Option<i64>,
    /// The time of expiry (`exp`), in seconds since 1970-01-01T00:00:00Z.
    #[serde(default, deserialize_with = "loose_number")]
    pub exp: Option<i64>,
    /// The issuer (`iss`).
    #[serde(default)]
    pub iss: Option<String>,
}

impl ResponseShape for AccessTokenStatus {
    const SHAPE: Shape = Shape::Object(&["sub"]);
}
