//! Change a role.
//!
//! Wire: GraphQL `mutation updateRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Role;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, RoleId, Service};

/// Changes the name, the permissions and the description of a role.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.update_role_permissions("5e0b0c8d7f1a2b3c4d5e6f70", "editor", "articles:write")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UpdateRolePermissions {
    /// The role's name.
    pub name: String,
    /// The permissions of the role: a text that only the pool's owner interprets.
    pub permissions: String,
    /// A new description of the role.
    pub descriptions: Option<String>,
    /// The role.
    pub role: RoleId,
}

impl Operation for UpdateRolePermissions {
    type Needs = needs::Owner;
    type Response = Role;

    const NAME: &'static str = "updateRole";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "updateRole", document!("update_role_permissions.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("client");
        to.require("name", &self.name);
        to.insert("permissions", &self.permissions);
        to.insert_some("descriptions", self.descriptions.as_deref());
        to.require("_id", &self.role);
    }
}
