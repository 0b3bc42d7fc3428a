//! Remove a role from a group.
//!
//! Wire: GraphQL `mutation removeRoleFromRBACGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Group;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, RbacRoleId, Service};

/// Removes a role from a group.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.remove_role_from_group("5e0b0c8d7f1a2b3c4d5e6f80", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RemoveRoleFromGroup {
    /// The role to remove.
    pub role: RbacRoleId,
    /// The group.
    pub group: GroupId,
    /// Whether the response has the group's roles after the change, a page of them (`fetchRoles`).
    pub fetch_roles: bool,
}

impl Operation for RemoveRoleFromGroup {
    type Needs = needs::Owner;
    type Response = Group;

    const NAME: &'static str = "removeRoleFromRBACGroup";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "removeRoleFromRBACGroup", document!("remove_role_from_group.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("roleId", &self.role);
            input.require("groupId", &self.group);
        });
        if self.fetch_roles {
            to.insert("fetchRoles", true);
        }
    }
}
