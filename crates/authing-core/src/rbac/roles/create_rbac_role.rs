//! Create a role.
//!
//! Wire: GraphQL `mutation createRBACRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::RbacRole;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Creates a role. Several may have the same name.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let role = client.create_rbac_role("editor", "Writes articles.")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CreateRbacRole {
    /// The name of the role.
    pub name: String,
    /// The description of the role.
    pub description: Option<String>,
}

impl Operation for CreateRbacRole {
    type Needs = needs::Owner;
    type Response = RbacRole;

    const NAME: &'static str = "createRBACRole";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "createRBACRole", document!("create_rbac_role.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("name", &self.name);
            input.insert_some("description", self.description.as_ref());
            input.insert_pool_id("userPoolId");
        });
    }
}
