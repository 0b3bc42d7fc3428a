//! Verify a token at the service.
//!
//! Wire: `GET {user}/authing/token?access_token=…`, without `authorization`.

use super::LoginStatus;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service, Token};

/// Verifies a user's token at the service. A program that holds the pool's secret can use
/// [`TokenVerifier`](super::TokenVerifier) instead, which sends no request.
///
/// # Errors
///
/// [`ErrorCode::TOKEN_EXPIRED`](crate::ErrorCode::TOKEN_EXPIRED) or
/// [`ErrorCode::TOKEN_INVALID`](crate::ErrorCode::TOKEN_INVALID) if the
/// token is not valid.
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
        Endpoint::rest(Service::User, Method::Get, "/authing/token", Encoding::Query, Envelope::CodeWhole);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("access_token", &self.token);
    }
}
