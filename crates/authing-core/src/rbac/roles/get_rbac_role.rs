//! Read a role.
//!
//! Wire: GraphQL `query rbacRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::RbacRole;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, RbacRoleId, Service};

/// Reads a role.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let role = client.rbac_role("5e0b0c8d7f1a2b3c4d5e6f80")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetRbacRole {
    /// The role to read.
    pub role: RbacRoleId,
}

impl Operation for GetRbacRole {
    type Needs = needs::Owner;
    type Response = RbacRole;

    const NAME: &'static str = "rbacRole";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "rbacRole", document!("get_rbac_role.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.role);
    }
}
