//! The groups of a user.
//!
//! Wire: GraphQL `query userGroupList` at the user service.

use crate::types::NamedList;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, UserId};

/// Lists a user's groups in the pool's role-based access control.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let groups = client.user_groups("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UserGroups {
    /// Whose.
    pub user: UserId,
}

impl Operation for UserGroups {
    type Answer = NamedList;

    const NAME: &'static str = "userGroupList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "userGroupList", Document::whole(include_str!("user_groups.graphql")));
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.need("_id", &self.user);
    }
}
