//! Assign a role to a user.
//!
//! Wire: GraphQL `mutation assignUserToRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, RoleMember};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, RoleId, Service, UserId};

/// Gives a role to a user. The response is the list of the role's members, all of them, not the user's roles.
///
/// The service has two systems of roles, and this is the older one ([`CreateRole`](super::CreateRole), a group in the
/// protocol). Which of its roles a user has is asked with [`ListUserPermissionsByRole`](super::ListUserPermissionsByRole)
/// (`user_permissions_by_role`). [`ListUserRoles`](crate::account::ListUserRoles) (`user_roles`) reads the other system and does
/// not show them.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.assign_role("5e05bbf2d51b3761d5c71070", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AssignRole {
    /// The role.
    pub role: RoleId,
    /// The user.
    pub user: UserId,
}

impl Operation for AssignRole {
    type Needs = needs::Owner;
    type Response = List<RoleMember>;

    const NAME: &'static str = "assignUserToRole";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "assignUserToRole", document!("assign_role.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("client");
        to.require("group", &self.role);
        to.require("user", &self.user);
    }
}
