//! Who an access token belongs to, by the oauth service.
//!
//! Wire: `GET {oauth}/authenticate?access_token=…`, without `authorization`.

use http::Method;

use super::UserInfoClaims;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Operation, Service, Token};

/// Has the service say to whom an access token of OpenID Connect belongs.
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
        Endpoint::rest(Service::Oauth, Method::GET, "/authenticate", Encoding::Query, Envelope::Oauth);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("access_token", &self.access_token);
    }
}
