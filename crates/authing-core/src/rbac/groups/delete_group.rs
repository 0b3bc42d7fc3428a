//! Delete a group.
//!
//! Wire: GraphQL `mutation deleteRBACGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service};

/// Deletes a group. Its users and roles remain, and lose what the group gave them.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.delete_group("5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct DeleteGroup {
    /// The group to delete.
    pub group: GroupId,
}

impl Operation for DeleteGroup {
    type Needs = needs::Owner;
    type Response = CommonMessage;

    const NAME: &'static str = "deleteRBACGroup";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "deleteRBACGroup", document!("delete_group.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.group);
    }
}
