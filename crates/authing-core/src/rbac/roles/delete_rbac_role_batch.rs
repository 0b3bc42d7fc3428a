//! Delete several roles.
//!
//! Wire: GraphQL `mutation deleteRBACRoleBatch` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Argument, Arguments, Endpoint, document};
use crate::{Operation, RbacRoleId, Service};

/// Deletes several roles at once: see [`DeleteRbacRole`](super::DeleteRbacRole).
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.delete_rbac_roles(["5e0b0c8d7f1a2b3c4d5e6f80", "5e0b0c8d7f1a2b3c4d5e6f71"])?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct DeleteRbacRoleBatch {
    /// The roles to delete.
    pub roles: Vec<RbacRoleId>,
}

impl Operation for DeleteRbacRoleBatch {
    type Needs = needs::Owner;
    type Response = CommonMessage;

    const NAME: &'static str = "deleteRBACRoleBatch";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "deleteRBACRoleBatch", document!("delete_rbac_role_batch.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert("idList", Argument::List(self.roles.iter().map(RbacRoleId::as_str).collect()));
    }
}
