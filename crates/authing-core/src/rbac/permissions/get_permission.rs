//! Read a permission.
//!
//! Wire: GraphQL `query rbacPermission` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Permission;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, PermissionId, Service};

/// Reads a permission.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let permission = client.permission("5e0b0c8d7f1a2b3c4d5e6f90")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetPermission {
    /// The permission to read.
    pub permission: PermissionId,
}

impl Operation for GetPermission {
    type Needs = needs::Owner;
    type Response = Permission;

    const NAME: &'static str = "rbacPermission";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "rbacPermission", document!("get_permission.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.permission);
    }
}
