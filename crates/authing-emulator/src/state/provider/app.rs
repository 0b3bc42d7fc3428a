//! An application: a client of OAuth 2.0, and a relying party of OpenID Connect.

use std::fmt;

use authing_core::application::IdTokenAlgorithm;
use serde::{Deserialize, Serialize};

use super::RedirectUri;

/// How an application authenticates at the token, introspection and revocation endpoints (OpenID Connect Core, section 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthMethod {
    /// `client_id` and `client_secret` in the form.
    ClientSecretPost,
    /// `Authorization: Basic`.
    ClientSecretBasic,
    /// `client_id` alone: a public client.
    None,
}

/// The endpoints that an application authenticates at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClientEndpoint {
    Token,
    Introspection,
    Revocation,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct App {
    pub(crate) id: String,
    /// What the consent page calls it; the id when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// `None`: a public client, such as a single-page or native application or a mini-program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) secret: Option<String>,
    #[serde(default)]
    pub(crate) redirect_uris: Vec<RedirectUri>,
    #[serde(default)]
    pub(crate) post_logout_redirect_uris: Vec<RedirectUri>,
    /// Empty: `client_secret_post` and `client_secret_basic` with a secret, `none` without one.
    #[serde(default)]
    pub(crate) token_endpoint_auth_methods: Vec<AuthMethod>,
    /// Empty: those of the token endpoint.
    #[serde(default)]
    pub(crate) introspection_endpoint_auth_methods: Vec<AuthMethod>,
    /// Likewise.
    #[serde(default)]
    pub(crate) revocation_endpoint_auth_methods: Vec<AuthMethod>,
    #[serde(default)]
    pub(crate) id_token_signed_response_alg: IdTokenAlgorithm,
}

impl App {
    pub(crate) fn new(id: impl Into<String>, secret: Option<String>) -> Self {
        Self {
            id: id.into(),
            name: None,
            secret: secret.filter(|secret| !secret.is_empty()),
            redirect_uris: Vec::new(),
            post_logout_redirect_uris: Vec::new(),
            token_endpoint_auth_methods: Vec::new(),
            introspection_endpoint_auth_methods: Vec::new(),
            revocation_endpoint_auth_methods: Vec::new(),
            id_token_signed_response_alg: IdTokenAlgorithm::default(),
        }
    }

    pub(crate) fn display_name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }

    /// Whether it may authenticate in this way at this endpoint.
    pub(crate) fn allows(&self, endpoint: ClientEndpoint, method: AuthMethod) -> bool {
        let of_endpoint = match endpoint {
            ClientEndpoint::Token => &self.token_endpoint_auth_methods,
            ClientEndpoint::Introspection => &self.introspection_endpoint_auth_methods,
            ClientEndpoint::Revocation => &self.revocation_endpoint_auth_methods,
        };
        match (of_endpoint.as_slice(), self.token_endpoint_auth_methods.as_slice()) {
            ([], []) => (method == AuthMethod::None) == self.secret.is_none(),
            ([], methods) | (methods, _) => methods.contains(&method),
        }
    }

    /// A public client: it proves itself with PKCE alone.
    pub(crate) fn is_public(&self) -> bool {
        self.allows(ClientEndpoint::Token, AuthMethod::None)
    }

    /// Registered redirect URIs only, compared as text; see [`RedirectUri::matches`] for the loopback's ports.
    pub(crate) fn allows_redirect(&self, uri: &str) -> bool {
        self.redirect_uris.iter().any(|registered| registered.matches(uri, self.is_public()))
    }

    /// Those registered for it; for want of any, any URI of a registered redirect URI's origin.
    pub(crate) fn allows_post_logout_redirect(&self, uri: &str) -> bool {
        match self.post_logout_redirect_uris.as_slice() {
            [] => self.redirect_uris.iter().any(|registered| registered.has_origin_of(uri, self.is_public())),
            registered => registered.iter().any(|registered| registered.matches(uri, self.is_public())),
        }
    }

    /// Whether an origin is that of one of its redirect URIs.
    pub(crate) fn has_page_of(&self, origin: &str) -> bool {
        self.redirect_uris.iter().any(|registered| registered.has_origin_of(origin, self.is_public()))
    }

    /// `Some`: why it cannot work.
    pub(crate) fn fault(&self) -> Option<&'static str> {
        let methods = [
            &self.token_endpoint_auth_methods,
            &self.introspection_endpoint_auth_methods,
            &self.revocation_endpoint_auth_methods,
        ];
        let needs_secret = methods.into_iter().flatten().any(|method| *method != AuthMethod::None);
        if self.id.is_empty() {
            Some("an application needs an id")
        } else if self.secret.is_none() && self.id_token_signed_response_alg == IdTokenAlgorithm::Hs256 {
            Some("HS256 needs an application with a secret")
        } else if self.secret.is_none() && needs_secret {
            Some("client_secret_post and client_secret_basic need an application with a secret")
        } else {
            None
        }
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            id,
            name,
            secret: _,
            redirect_uris,
            post_logout_redirect_uris,
            token_endpoint_auth_methods,
            introspection_endpoint_auth_methods,
            revocation_endpoint_auth_methods,
            id_token_signed_response_alg,
        } = self;
        f.debug_struct("App")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_follow_the_secret() {
        let at_token = |app: &App, method| app.allows(ClientEndpoint::Token, method);
        let confidential = App::new("a", Some("s".into()));
        assert!(
            at_token(&confidential, AuthMethod::ClientSecretPost)
                && at_token(&confidential, AuthMethod::ClientSecretBasic)
        );
        assert!(!confidential.is_public());
        let public = App::new("a", None);
        assert!(public.is_public() && !at_token(&public, AuthMethod::ClientSecretPost));
        assert!(App::new("a", Some(String::new())).is_public(), "an empty secret is none");
    }

    #[test]
    fn endpoint_may_have_methods_of_its_own() {
        let app =
            App { introspection_endpoint_auth_methods: vec![AuthMethod::None], ..App::new("a", Some("s".into())) };
        assert!(app.allows(ClientEndpoint::Introspection, AuthMethod::None));
        assert!(!app.allows(ClientEndpoint::Introspection, AuthMethod::ClientSecretPost));
        assert!(app.allows(ClientEndpoint::Revocation, AuthMethod::ClientSecretPost) && !app.is_public());
    }

    #[test]
    fn app_without_secret_cannot_authenticate_with_one() {
        let app = App { id_token_signed_response_alg: IdTokenAlgorithm::Hs256, ..App::new("a", None) };
        assert!(app.fault().is_some());
        let app = App { token_endpoint_auth_methods: vec![AuthMethod::ClientSecretPost], ..App::new("a", None) };
        assert!(app.fault().is_some());
        assert!(App::new("", None).fault().is_some());
        assert_eq!(App::new("a", None).fault(), None);
    }
}
