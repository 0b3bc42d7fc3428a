//! Delete several permissions.
//!
//! Wire: GraphQL `mutation deleteRBACPermissionBatch` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Argument, Arguments, Endpoint, document};
use crate::{Operation, PermissionId, Service};

/// Deletes several permissions at once: see [`DeletePermission`](super::DeletePermission).
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.delete_permissions(["5e0b0c8d7f1a2b3c4d5e6f90", "5e0b0c8d7f1a2b3c4d5e6f71"])?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct DeletePermissionBatch {
    /// The permissions to delete.
    pub permissions: Vec<PermissionId>,
}

impl Operation for DeletePermissionBatch {
    type Needs = needs::Owner;
    type Response = CommonMessage;

    const NAME: &'static str = "deleteRBACPermissionBatch";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "deleteRBACPermissionBatch", document!("delete_permission_batch.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert("idList", Argument::List(self.permissions.iter().map(PermissionId::as_str).collect()));
    }
}
