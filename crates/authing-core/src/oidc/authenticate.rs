//! Read the claims of an access token's user, at the oauth service.
//!
//! Wire: `GET {oauth}/authenticate?access_token=…`, without `authorization`.

use super::UserInfoClaims;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service, Token};

/// Reads the claims about the user of an access token of OpenID Connect.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let status = client.authenticate("access token")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Authenticate {
    /// The access token.
    pub access_token: Token,
}

impl Operation for Authenticate {
    type Needs = needs::Nothing;
    type Response = UserInfoClaims;

    const NAME: &'static str = "authenticate";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::Get, "/authenticate", Encoding::Query, Envelope::Oauth);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("access_token", &self.access_token);
    }
}
