//! Delete a permission.
//!
//! Wire: GraphQL `mutation deleteRBACPermission` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, PermissionId, Service};

/// Deletes a permission. Roles lose the permission.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.delete_permission("5e0b0c8d7f1a2b3c4d5e6f90")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct DeletePermission {
    /// The permission to delete.
    pub permission: PermissionId,
}

impl Operation for DeletePermission {
    type Needs = needs::Owner;
    type Response = CommonMessage;

    const NAME: &'static str = "deleteRBACPermission";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "deleteRBACPermission", document!("delete_permission.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.permission);
    }
}
