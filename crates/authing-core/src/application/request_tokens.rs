//! Tokens for a grant: a code, a refresh token, the application's own secret, or a user's password.
//!
//! Wire: `POST {token_endpoint}`, a form; documented: `POST {host}/oidc/token` (RFC 6749, section 3.2)

use std::time::Duration;

use serde::Deserialize;

use super::{EndpointUrl, RedirectUrl};
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape, loose_number};
use crate::{
    AccessToken, AuthorizationCode, IdToken, Method, Operation, Password, PkceCodeVerifier, RefreshToken, Service,
};

/// The grant that an application exchanges for tokens.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Grant {
    /// The code of a login by redirect (RFC 6749, section 4.1.3).
    AuthorizationCode {
        /// The code.
        code: AuthorizationCode,
        /// The redirect URL of the login.
        redirect_url: RedirectUrl,
        /// The verifier of the login.
        verifier: PkceCodeVerifier,
    },
    /// A refresh token (RFC 6749, section 6).
    RefreshToken(RefreshToken),
    /// The application's own secret (RFC 6749, section 4.4): tokens of the application, not of a user.
    ClientCredentials {
        /// The scopes, with spaces between them.
        scope: String,
    },
    /// A user's name and password (RFC 6749, section 4.3). The password is sent unencrypted, over TLS.
    Password {
        /// The username, email address or phone number.
        username: String,
        /// The password.
        password: Password,
        /// The scopes, with spaces between them.
        scope: String,
    },
}

/// Requests tokens for a grant. The response is not verified: the clients' methods verify the ID token.
#[derive(Clone, Debug)]
pub struct RequestTokens {
    pub(super) grant: Grant,
    pub(super) url: Option<EndpointUrl>,
}

impl RequestTokens {
    /// Creates the request for a grant, to the documented path.
    pub fn new(grant: Grant) -> Self {
        Self { grant, url: None }
    }
}

impl Operation for RequestTokens {
    type Needs = needs::Application;
    type Response = TokenSetResponse;

    const NAME: &'static str = "requestTokens";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/oidc/token", Encoding::Form, Envelope::Oauth);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_client_authentication();
        match &self.grant {
            Grant::AuthorizationCode { code, redirect_url, verifier } => {
                to.insert("grant_type", "authorization_code");
                to.require("code", code);
                to.insert("redirect_uri", redirect_url.as_str());
                to.insert("code_verifier", verifier);
            }
            Grant::RefreshToken(token) => {
                to.insert("grant_type", "refresh_token");
                to.require("refresh_token", token);
            }
            Grant::ClientCredentials { scope } => {
                to.insert("grant_type", "client_credentials");
                insert_scope(to, scope);
            }
            Grant::Password { username, password, scope } => {
                to.insert("grant_type", "password");
                to.require("username", username);
                to.require("password", password);
                insert_scope(to, scope);
            }
        }
    }

    fn url(&self) -> Option<&EndpointUrl> {
        self.url.as_ref()
    }
}

pub(super) fn insert_scope<'a>(to: &mut Arguments<'a>, scope: &'a str) {
    if !scope.is_empty() {
        to.insert("scope", scope);
    }
}

/// A response of the token endpoint (RFC 6749, section 5.1), not verified.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct TokenSetResponse {
    /// The access token.
    pub access_token: AccessToken,
    /// The ID token, which is not verified.
    #[serde(default)]
    pub id_token: Option<IdToken>,
    /// The refresh token.
    #[serde(default)]
    pub refresh_token: Option<RefreshToken>,
    /// The type of the access token: `Bearer`.
    #[serde(default)]
    pub token_type: Option<String>,
    /// The scopes, with spaces between them.
    #[serde(default)]
    pub scope: Option<String>,
    /// The lifetime of the access token in seconds, as RFC 6749 spells it.
    #[serde(default, deserialize_with = "loose_number")]
    pub expires_in: Option<i64>,
    /// The same, in the spelling of some of the service's documents.
    #[serde(default, deserialize_with = "loose_number")]
    pub expire_in: Option<i64>,
}

impl TokenSetResponse {
    /// The lifetime of the access token, if the response has one.
    pub(super) fn lifetime(&self) -> Option<Duration> {
        let seconds = self.expires_in.or(self.expire_in)?;
        Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
    }
}

impl ResponseShape for TokenSetResponse {
    const SHAPE: Shape = Shape::Object(&["access_token"]);
}
