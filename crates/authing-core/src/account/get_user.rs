//! Get a user.
//!
//! Wire: GraphQL `query user` at the user service.

use crate::types::User;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, UserId};

/// Reads a user.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let user = client.user("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetUser {
    /// The user to read.
    pub id: UserId,
}

impl Operation for GetUser {
    type Response = User;

    const NAME: &'static str = "user";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "user", Document::new(include_str!("get_user.graphql")));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("id", &self.id);
        to.insert_pool_id("registerInClient");
    }
}
