//! The introspection of a token: the provider says whether it is valid.
//!
//! Wire: `POST {introspection_endpoint}`, a form; documented: `POST {host}/oidc/token/introspection` (RFC 7662)

use serde::Deserialize;

use super::EndpointUrl;
use crate::principal::needs;
use crate::token::{Audience, OtherClaims};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape, loose_number};
use crate::{Method, Operation, Service, Token, UserId};

/// Asks the provider whether an access token or a refresh token is valid. Unlike a verifier, the provider knows revoked tokens.
#[derive(Clone, Debug)]
pub struct IntrospectToken {
    /// The token.
    pub token: Token,
    pub(super) url: Option<EndpointUrl>,
}

impl IntrospectToken {
    /// Creates the request for a token, to the documented path.
    pub fn new(token: impl Into<Token>) -> Self {
        Self { token: token.into(), url: None }
    }
}

impl Operation for IntrospectToken {
    type Needs = needs::Application;
    type Response = TokenIntrospection;

    const NAME: &'static str = "introspectToken";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/oidc/token/introspection",
        Encoding::Form,
        Envelope::Oauth,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_client_authentication();
        to.require("token", &self.token);
    }

    fn url(&self) -> Option<&EndpointUrl> {
        self.url.as_ref()
    }
}

/// The response about a token (RFC 7662, section 2.2).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct TokenIntrospection {
    /// Whether the token is valid. If it is not, the other fields are empty.
    pub active: bool,
    /// The user.
    #[serde(default)]
    pub sub: Option<UserId>,
    /// The application that the token was issued to.
    #[serde(default)]
    pub client_id: Option<String>,
    /// The applications that the token is for.
    #[serde(default)]
    pub aud: Option<Audience>,
    /// The issuer.
    #[serde(default)]
    pub iss: Option<String>,
    /// The scopes, with spaces between them.
    #[serde(default)]
    pub scope: Option<String>,
    /// The type of the token.
    #[serde(default)]
    pub token_type: Option<String>,
    /// The token's id.
    #[serde(default)]
    pub jti: Option<String>,
    /// The time of the expiry, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub exp: Option<i64>,
    /// The time of the issue, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub iat: Option<i64>,
    /// The other members.
    #[serde(flatten)]
    pub other: OtherClaims,
}

impl ResponseShape for TokenIntrospection {
    const SHAPE: Shape = Shape::Object(&["active"]);
}
