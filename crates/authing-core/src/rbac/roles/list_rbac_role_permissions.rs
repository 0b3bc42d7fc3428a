//! The permissions of a role.
//!
//! Wire: GraphQL `query rbacRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, Permission};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, RbacRoleId, Service};

/// Lists the permissions of a role.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let permissions = client.rbac_role_permissions("5e0b0c8d7f1a2b3c4d5e6f80")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListRbacRolePermissions {
    /// The role.
    pub role: RbacRoleId,
}

impl Operation for ListRbacRolePermissions {
    type Needs = needs::Owner;
    type Response = List<Permission>;

    const NAME: &'static str = "rolePermissionList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "rbacRole.permissions", document!("list_rbac_role_permissions.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.role);
    }
}
