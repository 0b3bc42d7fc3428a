//! Have the service verify a token.
//!
//! Wire: `GET {user}/authing/token?access_token=…`, without `authorization`.

use http::Method;

use super::LoginStatus;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Operation, Service, Token};

/// Has the service verify a user's token. Use it where the pool's secret is not at hand; where it is,
/// [`TokenVerifier`](super::TokenVerifier) asks nobody.
///
/// A token that is not alive is an error: refused with [`ErrorCode::TOKEN_EXPIRED`](crate::ErrorCode::TOKEN_EXPIRED) or
/// [`ErrorCode::TOKEN_INVALID`](crate::ErrorCode::TOKEN_INVALID).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let status = client.verify_token_online("eyJhbGciOi…")?;
/// println!("{:?}", status.token);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct VerifyTokenOnline {
    /// The token.
    pub token: Token,
}

impl Operation for VerifyTokenOnline {
    type Needs = needs::Nothing;
    type Response = LoginStatus;

    const NAME: &'static str = "verifyToken";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::User, Method::GET, "/authing/token", Encoding::Query, Envelope::CodeWhole);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("access_token", &self.token);
    }
}
