//! Delete several groups.
//!
//! Wire: GraphQL `mutation deleteRBACGroupBatch` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Argument, Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service};

/// Deletes several groups at once: see [`DeleteGroup`](super::DeleteGroup).
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.delete_groups(["5e0b0c8d7f1a2b3c4d5e6f70", "5e0b0c8d7f1a2b3c4d5e6f71"])?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct DeleteGroupBatch {
    /// The groups to delete.
    pub groups: Vec<GroupId>,
}

impl Operation for DeleteGroupBatch {
    type Needs = needs::Owner;
    type Response = CommonMessage;

    const NAME: &'static str = "deleteRBACGroupBatch";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "deleteRBACGroupBatch", document!("delete_group_batch.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert("idList", Argument::List(self.groups.iter().map(GroupId::as_str).collect()));
    }
}
