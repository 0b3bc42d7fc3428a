//! The public settings of the pool.
//!
//! Wire: GraphQL `query getUserPoolSettings` at the user service.

use crate::types::PoolSettings;
use crate::wire::{Arguments, Document, Endpoint};
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
pub struct UserPoolSettings;

impl Operation for UserPoolSettings {
    type Answer = PoolSettings;

    const NAME: &'static str = "getUserPoolSettings";
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "getUserPoolSettings",
        Document::whole(include_str!("user_pool_settings.graphql")),
    );
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("userPoolId");
    }
}
