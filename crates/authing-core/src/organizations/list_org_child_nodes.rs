//! The nodes below a node.
//!
//! Wire: GraphQL `query orgChildrenNodes` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::OrgChildNode;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, OrgId, Service};

/// Lists the nodes below a node of an organization, with their depths.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let departments = client.org_child_nodes("5e0b0c8d7f1a2b3c4d5e6fa0", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListOrgChildNodes {
    /// The organization.
    pub org: OrgId,
    /// The node, which is a group.
    pub group: GroupId,
}

impl Operation for ListOrgChildNodes {
    type Needs = needs::Owner;
    type Response = Vec<OrgChildNode>;

    const NAME: &'static str = "orgChildrenNodes";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "orgChildrenNodes", document!("list_org_child_nodes.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("orgId", &self.org);
            input.require("groupId", &self.group);
        });
    }
}
