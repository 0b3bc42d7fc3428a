//! Change a group.
//!
//! Wire: GraphQL `mutation updateRBACGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Group;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service};

/// Changes the name or the description of a group. What is `None` stays.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::rbac::UpdateGroup;
/// let change = UpdateGroup { group: "5e0b0c8d7f1a2b3c4d5e6f70".into(), name: None, description: Some("They write articles.".into()) };
/// let group = client.update_group(change)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UpdateGroup {
    /// The group to change.
    pub group: GroupId,
    /// The new name.
    pub name: Option<String>,
    /// The new description.
    pub description: Option<String>,
}

impl Operation for UpdateGroup {
    type Needs = needs::Owner;
    type Response = Group;

    const NAME: &'static str = "updateRBACGroup";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "updateRBACGroup", document!("update_group.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("_id", &self.group);
            input.insert_some("name", self.name.as_ref());
            input.insert_some("description", self.description.as_ref());
        });
    }
}
