//! List the groups of a user.
//!
//! Wire: GraphQL `query userGroupList` at the user service.

use crate::principal::needs;
use crate::types::{Group, RbacList};
use crate::wire::{Arguments, Endpoint, document};
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
pub struct ListUserGroups {
    /// The user whose groups are listed.
    pub user: UserId,
}

impl Operation for ListUserGroups {
    type Needs = needs::Optional;
    type Response = RbacList<Group>;

    const NAME: &'static str = "userGroupList";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "userGroupList", document!("list_user_groups.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.user);
    }
}
