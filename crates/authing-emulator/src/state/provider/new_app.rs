//! The registration of an application: by the configuration, a test, or the control API.

use std::fmt;

use authing_core::application::IdTokenAlgorithm;
use serde::Deserialize;

use super::{App, AuthMethod, RedirectUri};

/// An application of today's service: a client of OAuth 2.0 and OpenID Connect.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct NewApp {
    /// The app id: the `client_id` of RFC 6749.
    pub id: String,
    /// The app secret. Left out: a public client, such as a single-page or native application or a mini-program, which
    /// authenticates with `none` and must use PKCE.
    pub secret: Option<String>,
    /// The name on the login and consent pages; the id when left out.
    pub name: Option<String>,
    /// The URLs that a browser may be sent back to, compared as text. The port of a loopback address may be `*`;
    /// `http://127.0.0.1:*` alone stands for any path, too.
    #[serde(alias = "redirect-uris")]
    pub redirect_uris: Vec<String>,
    /// The URLs that a browser may be sent to after a logout. Left out: any URL of a redirect URI's origin.
    #[serde(alias = "post-logout-redirect-uris")]
    pub post_logout_redirect_uris: Vec<String>,
    /// How it authenticates at the token endpoint. Left out: `client_secret_post` and `client_secret_basic` with a secret, `none` without.
    #[serde(alias = "token-endpoint-auth-methods")]
    pub token_endpoint_auth_methods: Vec<AuthMethod>,
    /// How it authenticates at the introspection endpoint. Left out: as at the token endpoint.
    #[serde(alias = "introspection-endpoint-auth-methods")]
    pub introspection_endpoint_auth_methods: Vec<AuthMethod>,
    /// How it authenticates at the revocation endpoint. Left out: as at the token endpoint.
    #[serde(alias = "revocation-endpoint-auth-methods")]
    pub revocation_endpoint_auth_methods: Vec<AuthMethod>,
    /// The algorithm of its id tokens: RS256 when left out.
    #[serde(alias = "id-token-signed-response-alg")]
    pub id_token_signed_response_alg: IdTokenAlgorithm,
}

/// The error of an application that is not valid.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("application {app}: {what}")]
#[non_exhaustive]
pub struct AppError {
    /// Its id.
    pub app: String,
    /// What is wrong.
    pub what: String,
}

impl NewApp {
    /// A confidential application.
    pub fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self { secret: Some(secret.into()), ..Self::public(id) }
    }

    /// A public one: without a secret.
    pub fn public(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// Adds a redirect URI.
    pub fn with_redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.redirect_uris.push(uri.into());
        self
    }

    pub(crate) fn build(self) -> Result<App, AppError> {
        let wrong = |what: &dyn fmt::Display| AppError { app: self.id.clone(), what: what.to_string() };
        let parse = |uris: &[String]| uris.iter().map(|uri| RedirectUri::parse(uri)).collect::<Result<Vec<_>, _>>();
        let app = App {
            redirect_uris: parse(&self.redirect_uris).map_err(|error| wrong(&error))?,
            post_logout_redirect_uris: parse(&self.post_logout_redirect_uris).map_err(|error| wrong(&error))?,
            name: self.name.clone(),
            token_endpoint_auth_methods: self.token_endpoint_auth_methods.clone(),
            introspection_endpoint_auth_methods: self.introspection_endpoint_auth_methods.clone(),
            revocation_endpoint_auth_methods: self.revocation_endpoint_auth_methods.clone(),
            id_token_signed_response_alg: self.id_token_signed_response_alg,
            ..App::new(self.id.clone(), self.secret.clone())
        };
        app.fault().map_or(Ok(app), |what| Err(wrong(&what)))
    }
}

impl fmt::Debug for NewApp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            id,
            secret: _,
            name,
            redirect_uris,
            post_logout_redirect_uris,
            token_endpoint_auth_methods,
            introspection_endpoint_auth_methods,
            revocation_endpoint_auth_methods,
            id_token_signed_response_alg,
        } = self;
        f.debug_struct("NewApp")
            .field("id", id)
            .field("name", name)
            .field("redirect_uris", redirect_uris)
            .field("post_logout_redirect_uris", post_logout_redirect_uris)
            .field("token_endpoint_auth_methods", token_endpoint_auth_methods)
            .field("introspection_endpoint_auth_methods", introspection_endpoint_auth_methods)
            .field("revocation_endpoint_auth_methods", revocation_endpoint_auth_methods)
            .field("id_token_signed_response_alg", id_token_signed_response_alg)
            .finish_non_exhaustive()
    }
}
