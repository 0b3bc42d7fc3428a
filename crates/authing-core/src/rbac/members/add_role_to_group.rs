//! Add a role to a group.
//!
//! Wire: GraphQL `mutation addRoleToRBACGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Group;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, RbacRoleId, Service};

/// Adds a role to a group.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.add_role_to_group("5e0b0c8d7f1a2b3c4d5e6f80", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AddRoleToGroup {
    /// The role to add.
    pub role: RbacRoleId,
    /// The group.
    pub group: GroupId,
    /// Whether the response has the group's roles after the change, a page of them (`fetchRoles`).
    pub fetch_roles: bool,
}

impl Operation for AddRoleToGroup {
    type Needs = needs::Owner;
    type Response = Group;

    const NAME: &'static str = "addRoleToRBACGroup";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "addRoleToRBACGroup", document!("add_role_to_group.graphql"));

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
