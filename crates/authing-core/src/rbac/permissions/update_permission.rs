//! Change a permission.
//!
//! Wire: GraphQL `mutation updateRBACPermission` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Permission;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, PermissionId, Service};

/// Changes the name or the description of a permission. What is `None` stays.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::rbac::UpdatePermission;
/// let change = UpdatePermission { permission: "5e0b0c8d7f1a2b3c4d5e6f90".into(), name: None, description: Some("Change an article.".into()) };
/// let permission = client.update_permission(change)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UpdatePermission {
    /// The permission to change.
    pub permission: PermissionId,
    /// The new name.
    pub name: Option<String>,
    /// The new description.
    pub description: Option<String>,
}

impl Operation for UpdatePermission {
    type Needs = needs::Owner;
    type Response = Permission;

    const NAME: &'static str = "updateRBACPermission";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "updateRBACPermission", document!("update_permission.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("_id", &self.permission);
            input.insert_some("name", self.name.as_ref());
            input.insert_some("description", self.description.as_ref());
        });
    }
}
