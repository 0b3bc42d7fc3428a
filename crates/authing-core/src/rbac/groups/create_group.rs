//! Create a group.
//!
//! Wire: GraphQL `mutation createRBACGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Group;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Creates a group. Several may have the same name.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let group = client.create_group("editors", "They write articles.")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CreateGroup {
    /// The name of the group.
    pub name: String,
    /// The description of the group.
    pub description: Option<String>,
}

impl Operation for CreateGroup {
    type Needs = needs::Owner;
    type Response = Group;

    const NAME: &'static str = "createRBACGroup";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "createRBACGroup", document!("create_group.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("name", &self.name);
            input.insert_some("description", self.description.as_ref());
            input.insert_pool_id("userPoolId");
        });
    }
}
