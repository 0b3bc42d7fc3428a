//! Add permissions to a role.
//!
//! Wire: GraphQL `mutation addPermissionToRBACRoleBatch` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::RbacRole;
use crate::wire::{Argument, Arguments, Endpoint, document};
use crate::{Operation, PermissionId, RbacRoleId, Service};

/// Adds permissions to a role.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.add_permissions_to_role(["5e0b0c8d7f1a2b3c4d5e6f90", "5e0b0c8d7f1a2b3c4d5e6f71"], "5e0b0c8d7f1a2b3c4d5e6f80")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AddPermissionToRoleBatch {
    /// The permissions to add.
    pub permissions: Vec<PermissionId>,
    /// The role.
    pub role: RbacRoleId,
    /// Whether the response has the role's permissions after the change, a page of them (`fetchPermissions`).
    pub fetch_permissions: bool,
}

impl Operation for AddPermissionToRoleBatch {
    type Needs = needs::Owner;
    type Response = RbacRole;

    const NAME: &'static str = "addPermissionToRBACRoleBatch";
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "addPermissionToRBACRoleBatch",
        document!("add_permission_to_role_batch.graphql"),
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.insert(
                "permissionIdList",
                Argument::List(self.permissions.iter().map(PermissionId::as_str).collect()),
            );
            input.require("roleId", &self.role);
        });
        if self.fetch_permissions {
            to.insert("fetchPermissions", true);
        }
    }
}
