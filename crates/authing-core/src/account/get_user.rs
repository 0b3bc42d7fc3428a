//! Get a user.
//!
//! Wire: GraphQL `query user` at the user service.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
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
    id: Option<UserId>,
}

impl GetUser {
    /// A user by id.
    pub fn new(id: impl Into<UserId>) -> Self {
        Self { id: Some(id.into()) }
    }

    /// The user who is logged in, by the id that the token has.
    pub fn me() -> Self {
        Self { id: None }
    }
}

impl Operation for GetUser {
    type Needs = needs::Optional;
    type Response = User;

    const NAME: &'static str = "user";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "user", document!("get_user.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.id {
            Some(id) => to.require("id", id),
            None => to.require_own_id("id"),
        }
        to.insert_pool_id("registerInClient");
    }
}
