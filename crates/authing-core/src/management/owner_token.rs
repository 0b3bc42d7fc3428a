//! The owner's token.
//!
//! Wire: GraphQL `query getClientWhenSdkInit(secret, clientId)` at the user service, unsigned.

use serde::Deserialize;

use crate::types::PoolSettings;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, Signer, Token};

/// Trades the pool's secret for the owner's token. The management calls do it themselves, when they first need it and when it
/// has expired, one of them for all.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::management::OwnerToken;
///
/// let pool = client.call(OwnerToken)?.client_info;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct OwnerToken;

/// The owner's token, and the pool.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OwnerAccess {
    /// The token: a JWT with `exp`.
    pub access_token: Token,
    /// The pool.
    pub client_info: Option<PoolSettings>,
}

impl Operation for OwnerToken {
    type Answer = OwnerAccess;

    const NAME: &'static str = "getClientWhenSdkInit";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "getClientWhenSdkInit", Document::whole(include_str!("owner_token.graphql")));
    const SIGNER: Signer = Signer::Nobody;
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.secret("secret");
        to.pool("clientId");
    }
}
