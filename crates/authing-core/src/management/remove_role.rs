//! Remove a role from a user.
//!
//! Wire: GraphQL `mutation removeUserFromGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::RoleMember;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, RoleId, Service, UserId};

/// Removes a role from a user.
///
/// The service has two systems of roles, and this is the older one ([`CreateRole`](super::CreateRole), a group in the
/// protocol). Which of its roles a user has is asked with [`ListUserPermissionsByRole`](super::ListUserPermissionsByRole)
/// (`user_permissions_by_role`). [`ListUserRoles`](crate::account::ListUserRoles) (`user_roles`) reads the other system and does
/// not show them.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.remove_role("5e05bbf2d51b3761d5c71070", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RemoveRole {
    /// The user.
    pub user: UserId,
    /// The role.
    pub role: RoleId,
}

impl Operation for RemoveRole {
    type Needs = needs::Owner;
    type Response = Option<RoleMember>;

    const NAME: &'static str = "removeUserFromGroup";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "removeUserFromGroup", document!("remove_role.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("client");
        to.require("user", &self.user);
        to.require("group", &self.role);
    }
}
