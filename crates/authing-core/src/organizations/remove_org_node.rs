//! Remove a node from an organization.
//!
//! Wire: GraphQL `mutation removeOrgNode` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Org;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, OrgId, Service};

/// Removes a node from an organization, with all nodes below it. The groups remain.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.remove_org_node("5e0b0c8d7f1a2b3c4d5e6fa0", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RemoveOrgNode {
    /// The organization.
    pub org: OrgId,
    /// The node to remove, which is a group.
    pub group: GroupId,
}

impl Operation for RemoveOrgNode {
    type Needs = needs::Owner;
    type Response = Org;

    const NAME: &'static str = "removeOrgNode";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "removeOrgNode", document!("remove_org_node.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("orgId", &self.org);
            input.require("groupId", &self.group);
        });
    }
}
