//! Log in with a password, as an application.
//!
//! Wire: `POST {core}/oauth/oidc/token`, a form with `grant_type=password` (RFC 6749, section 4.3). The password goes as it
//! is, over TLS: that is the protocol.

use super::app::TOKEN;
use super::{Credentials, OidcApp, Tokens};
use crate::wire::{Arguments, Endpoint};
use crate::{Effect, Operation, Password, Personal, Phone, Signer};

/// Logs in with a password and gets tokens. [`LoginByOidc`](super::LoginByOidc) reads the profile as well.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::oidc::{OidcApp, PasswordGrant};
///
/// let app = OidcApp::new("5e0b0c8d7f1a2b3c4d5e6f70", "the application's secret");
/// let tokens = client.call(PasswordGrant::email(app, "bob@example.com", "password"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct PasswordGrant {
    app: OidcApp,
    credentials: Credentials,
    scope: String,
}

impl PasswordGrant {
    /// With an email address.
    pub fn email(app: OidcApp, email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(app, Credentials::email(email, password))
    }

    /// With a phone number.
    pub fn phone(app: OidcApp, phone: impl Into<Phone>, password: impl Into<Password>) -> Self {
        Self::new(app, Credentials::phone(phone, password))
    }

    /// With a username.
    pub fn username(app: OidcApp, username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(app, Credentials::username(username, password))
    }

    /// With the id at a third party, which stands for the password.
    pub fn unionid(app: OidcApp, unionid: impl Into<Personal>) -> Self {
        Self::new(app, Credentials::unionid(unionid))
    }

    fn new(app: OidcApp, credentials: Credentials) -> Self {
        Self { app, credentials, scope: "openid profile email phone".to_owned() }
    }

    /// Other scopes than `openid profile email phone`, parted by spaces; `offline_access` gives a refresh token.
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = scope.into();
        self
    }
}

impl Operation for PasswordGrant {
    type Answer = Tokens;

    const NAME: &'static str = "loginByOidc";
    const ENDPOINT: Endpoint = TOKEN;
    const SIGNER: Signer = Signer::Nobody;
    const EFFECT: Effect = Effect::SignsIn("access_token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.app.put(to);
        self.credentials.put(to);
        to.put("grant_type", "password");
        to.put("scope", &self.scope);
    }
}
