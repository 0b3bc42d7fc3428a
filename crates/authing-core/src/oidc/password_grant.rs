//! Log in with a password, as an application.
//!
//! Wire: `POST {core}/oauth/oidc/token`, a form with `grant_type=password` (RFC 6749, section 4.3). The protocol sends the
//! password unencrypted, over TLS.

use super::app_credentials::TOKEN;
use super::{AppCredentials, Credentials, TokenResponse};
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint};
use crate::{Operation, Password, PersonalData, Phone, SessionEffect};

/// Logs in with a password and gets tokens. [`LoginByOidc`](super::LoginByOidc) reads the profile as well.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::oidc::{AppCredentials, PasswordGrant};
///
/// let app = AppCredentials::new("5e0b0c8d7f1a2b3c4d5e6f70", "the application's secret");
/// let tokens = client.call(PasswordGrant::email(app, "bob@example.com", "password"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct PasswordGrant {
    app: AppCredentials,
    credentials: Credentials,
    scope: String,
}

impl PasswordGrant {
    /// With an email address.
    pub fn email(app: AppCredentials, email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(app, Credentials::email(email, password))
    }

    /// With a phone number.
    pub fn phone(app: AppCredentials, phone: impl Into<Phone>, password: impl Into<Password>) -> Self {
        Self::new(app, Credentials::phone(phone, password))
    }

    /// With a username.
    pub fn username(app: AppCredentials, username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(app, Credentials::username(username, password))
    }

    /// With the id at a third party, which takes the place of a password.
    pub fn unionid(app: AppCredentials, unionid: impl Into<PersonalData>) -> Self {
        Self::new(app, Credentials::unionid(unionid))
    }

    fn new(app: AppCredentials, credentials: Credentials) -> Self {
        Self { app, credentials, scope: "openid profile email phone".to_owned() }
    }

    /// Scopes in place of `openid profile email phone`, separated by spaces; `offline_access` requests a refresh token.
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = scope.into();
        self
    }
}

impl Operation for PasswordGrant {
    type Needs = needs::Login;
    type Response = TokenResponse;

    const NAME: &'static str = "loginByOidc";
    const ENDPOINT: Endpoint = TOKEN;
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("access_token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.app.insert_into(to);
        self.credentials.insert_into(to);
        to.insert("grant_type", "password");
        to.insert("scope", &self.scope);
    }
}
