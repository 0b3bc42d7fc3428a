//! Exchange a refresh token for new tokens.
//!
//! Wire: `POST {core}/oauth/oidc/token`, a form with `grant_type=refresh_token` (RFC 6749).

use super::app_credentials::TOKEN;
use super::{AppCredentials, TokenResponse};
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint};
use crate::{Operation, SessionEffect, Token};

/// Exchanges a refresh token for new tokens.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::oidc::AppCredentials;
///
/// let app = AppCredentials::new("5e0b0c8d7f1a2b3c4d5e6f70", "the application's secret");
/// let tokens = client.refresh_oidc_token(app, "refresh token")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RefreshOidcToken {
    /// The application.
    pub app: AppCredentials,
    /// The refresh token.
    pub token: Token,
}

impl Operation for RefreshOidcToken {
    type Needs = needs::Login;
    type Response = TokenResponse;

    const NAME: &'static str = "refreshOidcToken";
    const ENDPOINT: Endpoint = TOKEN;
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("access_token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.app.insert_into(to);
        to.require("refresh_token", &self.token);
        to.insert("grant_type", "refresh_token");
    }
}
