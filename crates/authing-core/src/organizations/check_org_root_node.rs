//! Whether a group is the root of an organization.
//!
//! Wire: GraphQL `query isRootNodeOfOrg` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, OrgId, Service};

/// Asks whether a group is the root of an organization.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let is_root = client.is_org_root_node("5e0b0c8d7f1a2b3c4d5e6fa0", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CheckOrgRootNode {
    /// The organization.
    pub org: OrgId,
    /// The group.
    pub group: GroupId,
}

impl Operation for CheckOrgRootNode {
    type Needs = needs::Owner;
    type Response = bool;

    const NAME: &'static str = "isRootNodeOfOrg";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "isRootNodeOfOrg", document!("check_org_root_node.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("orgId", &self.org);
            input.require("groupId", &self.group);
        });
    }
}
