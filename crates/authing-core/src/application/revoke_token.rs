//! The revocation of a token.
//!
//! Wire: `POST {revocation_endpoint}`, a form; documented: `POST {host}/oidc/token/revocation` (RFC 7009)

use super::EndpointUrl;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service, Token};

/// Revokes a refresh token or an access token. Success is status 200 with an empty body, and nothing else.
///
/// Revoke the refresh token: it may stay valid if only the access token is revoked (RFC 7009, section 2.1).
#[derive(Clone, Debug)]
pub struct RevokeToken {
    /// The token.
    pub token: Token,
    pub(super) url: Option<EndpointUrl>,
}

impl RevokeToken {
    /// Creates the request for a token, to the documented path.
    pub fn new(token: impl Into<Token>) -> Self {
        Self { token: token.into(), url: None }
    }
}

impl Operation for RevokeToken {
    type Needs = needs::Application;
    type Response = ();

    const NAME: &'static str = "revokeToken";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/oidc/token/revocation", Encoding::Form, Envelope::Empty);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_client_authentication();
        to.require("token", &self.token);
    }

    fn url(&self) -> Option<&EndpointUrl> {
        self.url.as_ref()
    }
}
