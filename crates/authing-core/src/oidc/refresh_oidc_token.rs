//! New tokens for a refresh token.
//!
//! Wire: `POST {core}/oauth/oidc/token`, a form with `grant_type=refresh_token` (RFC 6749).

use super::app::TOKEN;
use super::{OidcApp, Tokens};
use crate::wire::{Arguments, Endpoint};
use crate::{Effect, Operation, Signer, Token};

/// Trades a refresh token for new tokens.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::oidc::OidcApp;
///
/// let app = OidcApp::new("5e0b0c8d7f1a2b3c4d5e6f70", "the application's secret");
/// let tokens = client.refresh_oidc_token(app, "refresh token")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RefreshOidcToken {
    /// The application.
    pub app: OidcApp,
    /// The refresh token.
    pub token: Token,
}

impl Operation for RefreshOidcToken {
    type Answer = Tokens;

    const NAME: &'static str = "refreshOidcToken";
    const ENDPOINT: Endpoint = TOKEN;
    const SIGNER: Signer = Signer::Nobody;
    const EFFECT: Effect = Effect::SignsIn("access_token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.app.put(to);
        to.need("refresh_token", &self.token);
        to.put("grant_type", "refresh_token");
    }
}
