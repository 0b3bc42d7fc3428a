//! Who an access token belongs to.
//!
//! Wire: `POST {core}/oauth/oidc/me`, a form with `access_token`.

use http::Method;

use super::Claims;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Operation, Service, Signer, Token};

/// Reads the profile of the user whom an access token belongs to (OpenID Connect Core 1.0, section 5.3).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::oidc::UserInfo;
///
/// let claims = client.call(UserInfo { access_token: "access token".into() })?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UserInfo {
    /// The access token.
    pub access_token: Token,
}

impl Operation for UserInfo {
    type Answer = Claims;

    const NAME: &'static str = "oidcMe";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Core, Method::POST, "/oauth/oidc/me", Encoding::Form, Envelope::Oauth);
    const SIGNER: Signer = Signer::Nobody;
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.need("access_token", &self.access_token);
    }
}
