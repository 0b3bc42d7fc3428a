//! Exchange a user's token for tokens of OpenID Connect.
//!
//! Wire: `POST {core}/oauth/oidc/token`, a form with `grant_type=authingToken` (RFC 6749).

use super::app_credentials::TOKEN;
use super::{AppCredentials, TokenResponse};
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint};
use crate::{Operation, SessionEffect, Token};

/// Exchanges a user's token for tokens of OpenID Connect.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::oidc::AppCredentials;
///
/// let app = AppCredentials::new("5e0b0c8d7f1a2b3c4d5e6f70", "the application's secret");
/// let tokens = client.exchange_for_oidc_token(app, "user's token")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ExchangeForOidcToken {
    /// The application.
    pub app: AppCredentials,
    /// The user's token.
    pub token: Token,
}

impl Operation for ExchangeForOidcToken {
    type Needs = needs::Login;
    type Response = TokenResponse;

    const NAME: &'static str = "authingTokenToOidcToken";
    const ENDPOINT: Endpoint = TOKEN;
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("access_token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.app.insert_into(to);
        to.require("authingToken", &self.token);
        to.insert("grant_type", "authingToken");
        to.insert("scope", SCOPE);
    }
}

/// The scope of the published client, which requests a refresh token too.
const SCOPE: &str = "openid profile email phone offline_access";
