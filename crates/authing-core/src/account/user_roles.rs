//! The roles of a user.
//!
//! Wire: GraphQL `query userRoleList` at the user service.

use crate::types::NamedList;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, UserId};

/// Lists a user's roles in the pool's role-based access control.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let roles = client.user_roles("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UserRoles {
    /// Whose.
    pub user: UserId,
}

impl Operation for UserRoles {
    type Answer = NamedList;

    const NAME: &'static str = "userRoleList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "userRoleList", Document::whole(include_str!("user_roles.graphql")));
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.need("_id", &self.user);
    }
}
