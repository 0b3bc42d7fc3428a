//! Create a role.
//!
//! Wire: GraphQL `mutation createRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Role;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Creates a role.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let role = client.create_role("editor", "may change articles")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CreateRole {
    /// The name of the role.
    pub name: String,
    /// The description of the role.
    pub descriptions: Option<String>,
}

impl Operation for CreateRole {
    type Needs = needs::Owner;
    type Response = Role;

    const NAME: &'static str = "createRole";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "createRole", document!("create_role.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("client");
        to.require("name", &self.name);
        to.insert_some("descriptions", self.descriptions.as_deref());
    }
}
