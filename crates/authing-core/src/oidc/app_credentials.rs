use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{AppId, Method, Secret, Service};

/// The token endpoint, for all grants (RFC 6749, section 3.2).
pub(super) const TOKEN: Endpoint =
    Endpoint::rest(Service::Core, Method::Post, "/oauth/oidc/token", Encoding::Form, Envelope::Oauth);

/// The id and the secret of an OIDC application, as the console shows them. The application authenticates with
/// `client_secret_post` (OpenID Connect Core 1.0, section 9).
///
/// ```
/// let app = authing_core::oidc::AppCredentials::new("5e0b0c8d7f1a2b3c4d5e6f70", "the application's secret");
/// ```
#[derive(Clone, Debug)]
pub struct AppCredentials {
    /// `client_id`.
    pub id: AppId,
    /// `client_secret`.
    pub secret: Secret,
}

impl AppCredentials {
    /// Credentials of an id and a secret.
    pub fn new(id: impl Into<AppId>, secret: impl Into<Secret>) -> Self {
        Self { id: id.into(), secret: secret.into() }
    }

    pub(super) fn insert_into<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("client_id", &self.id);
        to.require("client_secret", &self.secret);
    }
}
