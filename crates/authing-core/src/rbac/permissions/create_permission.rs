//! Create a permission.
//!
//! Wire: GraphQL `mutation createRBACPermission` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Permission;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Creates a permission. Several may have the same name.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let permission = client.create_permission("articles:write", "Change an article.")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CreatePermission {
    /// The name of the permission.
    pub name: String,
    /// The description of the permission.
    pub description: Option<String>,
}

impl Operation for CreatePermission {
    type Needs = needs::Owner;
    type Response = Permission;

    const NAME: &'static str = "createRBACPermission";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "createRBACPermission", document!("create_permission.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("name", &self.name);
            input.insert_some("description", self.description.as_ref());
            input.insert_pool_id("userPoolId");
        });
    }
}
