//! Add a node to an organization.
//!
//! Wire: GraphQL `mutation addOrgNode` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Org;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, OrgId, Service};

/// Adds a group to an organization, below a node of it.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.add_org_node("5e0b0c8d7f1a2b3c4d5e6fa0", "5e0b0c8d7f1a2b3c4d5e6f70", "5e0b0c8d7f1a2b3c4d5e6f71")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AddOrgNode {
    /// The organization.
    pub org: OrgId,
    /// The group that becomes a node.
    pub group: GroupId,
    /// The node that becomes the parent.
    pub parent: GroupId,
}

impl Operation for AddOrgNode {
    type Needs = needs::Owner;
    type Response = Org;

    const NAME: &'static str = "addOrgNode";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "addOrgNode", document!("add_org_node.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("orgId", &self.org);
            input.require("groupId", &self.group);
            input.require("parentGroupId", &self.parent);
        });
    }
}
