//! List the permissions of a user's roles.
//!
//! Wire: GraphQL `query queryRoleByUserId` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, RolePermissions};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Lists the roles that a user was given with [`AssignRole`](super::AssignRole), each with what it permits: the call to ask
/// whether a user has a role.
///
/// The roles of the service's other system, role-based access control, are
/// [`ListUserRoles`](crate::account::ListUserRoles) (`user_roles`).
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let permissions = client.user_permissions_by_role("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListUserPermissionsByRole {
    /// The user whose roles are read.
    pub user: UserId,
}

impl Operation for ListUserPermissionsByRole {
    type Needs = needs::Owner;
    type Response = List<RolePermissions>;

    const NAME: &'static str = "queryRoleByUserId";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "queryRoleByUserId", document!("list_user_permissions_by_role.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("client");
        to.require("user", &self.user);
    }
}
