//! Get the owner's token.
//!
//! Wire: GraphQL `query getClientWhenSdkInit(secret, clientId)` at the user service, without `authorization`.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::types::PoolSettings;
use crate::wire::{Arguments, Endpoint, ResponseShape, Shape, document};
use crate::{Operation, Service, Token};

/// Exchanges the pool's secret for the owner's token. The client does it by itself, before the first
/// operation that needs the token and after its expiry. Concurrent calls share one request.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::management::GetOwnerToken;
///
/// let pool = client.call(GetOwnerToken)?.client_info;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct GetOwnerToken;

/// The owner's token, and the pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OwnerTokenResponse {
    /// The token: a JWT with `exp`.
    pub access_token: Token,
    /// The pool.
    pub client_info: Option<PoolSettings>,
}

impl ResponseShape for OwnerTokenResponse {
    const SHAPE: Shape = Shape::Object(&["accessToken"]);
}

impl Operation for GetOwnerToken {
    type Needs = needs::Secret;
    type Response = OwnerTokenResponse;

    const NAME: &'static str = "getClientWhenSdkInit";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "getClientWhenSdkInit", document!("get_owner_token.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_secret("secret");
        to.insert_pool_id("clientId");
    }
}
