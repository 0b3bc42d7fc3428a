//! Exchange a refresh token of `signIn` for new tokens.
//!
//! Wire: GraphQL `mutation refreshSignInToken` at the user service.

use crate::oidc::TokenResponse;
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{AppId, Operation, Service, Token};

/// Exchanges a refresh token of [`SignIn`](super::SignIn) for new tokens.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let tokens = client.refresh_sign_in_token("refresh token")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RefreshSignInToken {
    /// The OIDC application, if not the pool's default.
    pub app: Option<AppId>,
    /// The refresh token.
    pub refresh_token: Token,
}

impl Operation for RefreshSignInToken {
    type Needs = needs::Nothing;
    type Response = TokenResponse;

    const NAME: &'static str = "refreshSignInToken";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "refreshSignInToken", document!("refresh_sign_in_token.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_some("oidcAppId", self.app.as_ref());
        to.insert_pool_id("userPoolId");
        to.require("refreshToken", &self.refresh_token);
    }
}
