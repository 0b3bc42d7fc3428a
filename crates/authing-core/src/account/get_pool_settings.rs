//! Get the public settings of the pool.
//!
//! Wire: GraphQL `query getUserPoolSettings` at the user service.

use crate::principal::needs;
use crate::types::PoolSettings;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Reads the pool's public settings.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let settings = client.user_pool_settings()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetPoolSettings;

impl Operation for GetPoolSettings {
    type Needs = needs::Nothing;
    type Response = PoolSettings;

    const NAME: &'static str = "getUserPoolSettings";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "getUserPoolSettings", document!("get_pool_settings.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
    }
}
