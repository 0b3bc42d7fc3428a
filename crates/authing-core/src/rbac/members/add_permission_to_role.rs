//! Add a permission to a role.
//!
//! Wire: GraphQL `mutation addPermissionToRBACRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::RbacRole;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, PermissionId, RbacRoleId, Service};

/// Adds a permission to a role.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.add_permission_to_role("5e0b0c8d7f1a2b3c4d5e6f90", "5e0b0c8d7f1a2b3c4d5e6f80")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AddPermissionToRole {
    /// The permission to add.
    pub permission: PermissionId,
    /// The role.
    pub role: RbacRoleId,
    /// Whether the response has the role's permissions after the change, a page of them (`fetchPermissions`).
    pub fetch_permissions: bool,
}

impl Operation for AddPermissionToRole {
    type Needs = needs::Owner;
    type Response = RbacRole;

    const NAME: &'static str = "addPermissionToRBACRole";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "addPermissionToRBACRole", document!("add_permission_to_role.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("permissionId", &self.permission);
            input.require("roleId", &self.role);
        });
        if self.fetch_permissions {
            to.insert("fetchPermissions", true);
        }
    }
}
