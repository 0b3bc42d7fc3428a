//! Delete a role.
//!
//! Wire: GraphQL `mutation deleteRBACRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, RbacRoleId, Service};

/// Deletes a role. Users and groups lose the role and its permissions.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.delete_rbac_role("5e0b0c8d7f1a2b3c4d5e6f80")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct DeleteRbacRole {
    /// The role to delete.
    pub role: RbacRoleId,
}

impl Operation for DeleteRbacRole {
    type Needs = needs::Owner;
    type Response = CommonMessage;

    const NAME: &'static str = "deleteRBACRole";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "deleteRBACRole", document!("delete_rbac_role.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.role);
    }
}
