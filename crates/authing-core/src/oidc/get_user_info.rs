//! Read the claims of an access token's user.
//!
//! Wire: `POST {core}/oauth/oidc/me`, a form with `access_token`.

use super::UserInfoClaims;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service, Token};

/// Reads the claims about the user of an access token (the userinfo endpoint of OpenID Connect Core 1.0, section 5.3).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::oidc::GetUserInfo;
///
/// let claims = client.call(GetUserInfo { access_token: "access token".into() })?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetUserInfo {
    /// The access token.
    pub access_token: Token,
}

impl Operation for GetUserInfo {
    type Needs = needs::Nothing;
    type Response = UserInfoClaims;

    const NAME: &'static str = "oidcMe";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Core, Method::Post, "/oauth/oidc/me", Encoding::Form, Envelope::Oauth);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("access_token", &self.access_token);
    }
}
