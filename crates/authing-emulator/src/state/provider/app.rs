//! An application: a client of OAuth 2.0, and a relying party of OpenID Connect.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::RedirectUri;

/// How an application authenticates at the token, introspection and revocation endpoints (OpenID Connect Core, section 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthMethod {
    /// `client_id` and `client_secret` in the form.
    ClientSecretPost,
    /// `Authorization: Basic`.
    ClientSecretBasic,
    /// `client_id` alone: a public client.
    None,
}

/// The algorithm that signs an application's id tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum IdTokenAlgorithm {
    /// With the provider's key, which the JWK set publishes.
    #[default]
    #[serde(rename = "RS256")]
    Rs256,
    /// With the application's secret.
    #[serde(rename = "HS256")]
    Hs256,
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
            id_token_signed_response_alg: IdTokenAlgorithm::default(),
        }
    }

    pub(crate) fn display_name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }

    pub(crate) fn allows(&self, method: AuthMethod) -> bool {
        match self.token_endpoint_auth_methods.as_slice() {
            [] => (method == AuthMethod::None) == self.secret.is_none(),
            methods => methods.contains(&method),
        }
    }

    /// A public client: it proves itself with PKCE alone.
    pub(crate) fn is_public(&self) -> bool {
        self.allows(AuthMethod::None)
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
        let needs_secret = [AuthMethod::ClientSecretPost, AuthMethod::ClientSecretBasic]
            .iter()
            .any(|method| self.token_endpoint_auth_methods.contains(method));
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
            id_token_signed_response_alg,
        } = self;
        f.debug_struct("App")
            .field("id", id)
            .field("name", name)
            .field("redirect_uris", redirect_uris)
            .field("post_logout_redirect_uris", post_logout_redirect_uris)
            .field("token_endpoint_auth_methods", token_endpoint_auth_methods)
            .field("id_token_signed_response_alg", id_token_signed_response_alg)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_follow_the_secret() {
        let confidential = App::new("a", Some("s".into()));
        assert!(
            confidential.allows(AuthMethod::ClientSecretPost) && confidential.allows(AuthMethod::ClientSecretBasic)
        );
        assert!(!confidential.is_public());
        let public = App::new("a", None);
        assert!(public.is_public() && !public.allows(AuthMethod::ClientSecretPost));
        assert!(App::new("a", Some(String::new())).is_public(), "an empty secret is none");
    }

    #[test]
    fn app_without_secret_cannot_use_one() {
        let app = App { id_token_signed_response_alg: IdTokenAlgorithm::Hs256, ..App::new("a", None) };
        assert!(app.fault().is_some());
        let app = App { token_endpoint_auth_methods: vec![AuthMethod::ClientSecretPost], ..App::new("a", None) };
        assert!(app.fault().is_some());
        assert!(App::new("", None).fault().is_some());
        assert_eq!(App::new("a", None).fault(), None);
    }
}
