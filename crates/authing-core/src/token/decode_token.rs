//! Decode a token.
//!
//! Wire: GraphQL `query decodeJwtToken` at the user service.

use super::DecodedToken;
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, Token};

/// Decodes a token at the service. `status` tells whether the token is valid (200), expired (2206) or invalid (2207).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let decoded = client.decode_token("eyJhbGciOi…")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct DecodeToken {
    /// The token.
    pub token: Token,
}

impl Operation for DecodeToken {
    type Needs = needs::Nothing;
    type Response = DecodedToken;

    const NAME: &'static str = "decodeJwtToken";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "decodeJwtToken", document!("decode_token.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("token", &self.token);
    }
}
