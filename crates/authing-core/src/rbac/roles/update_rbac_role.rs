//! Change a role.
//!
//! Wire: GraphQL `mutation updateRBACRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::RbacRole;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, RbacRoleId, Service};

/// Changes the name or the description of a role. What is `None` stays.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::rbac::UpdateRbacRole;
/// let change = UpdateRbacRole { role: "5e0b0c8d7f1a2b3c4d5e6f80".into(), name: None, description: Some("Writes articles.".into()) };
/// let role = client.update_rbac_role(change)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UpdateRbacRole {
    /// The role to change.
    pub role: RbacRoleId,
    /// The new name.
    pub name: Option<String>,
    /// The new description.
    pub description: Option<String>,
}

impl Operation for UpdateRbacRole {
    type Needs = needs::Owner;
    type Response = RbacRole;

    const NAME: &'static str = "updateRBACRole";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "updateRBACRole", document!("update_rbac_role.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("_id", &self.role);
            input.insert_some("name", self.name.as_ref());
            input.insert_some("description", self.description.as_ref());
        });
    }
}
