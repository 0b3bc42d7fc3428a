//! List the roles of a user.
//!
//! Wire: GraphQL `query userRoleList` at the user service.

use crate::principal::needs;
use crate::types::{RbacList, RbacRole};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Lists a user's roles in the pool's role-based access control.
///
/// The service has two systems of roles. Those that were given with [`AssignRole`](crate::management::AssignRole)
/// (`assign_role`) are not in this list: ask with
/// [`ListUserPermissionsByRole`](crate::management::ListUserPermissionsByRole) (`user_permissions_by_role`).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let roles = client.user_roles("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListUserRoles {
    /// The user whose roles are listed.
    pub user: UserId,
}

impl Operation for ListUserRoles {
    type Needs = needs::Optional;
    type Response = RbacList<RbacRole>;

    const NAME: &'static str = "userRoleList";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "userRoleList", document!("list_user_roles.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.user);
    }
}
