//! The root of an organization.
//!
//! Wire: GraphQL `query orgRootNode` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Group;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, OrgId, Service};

/// Reads the group that is the root of an organization.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let company = client.org_root_node("5e0b0c8d7f1a2b3c4d5e6fa0")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetOrgRootNode {
    /// The organization.
    pub org: OrgId,
}

impl Operation for GetOrgRootNode {
    type Needs = needs::Owner;
    type Response = Group;

    const NAME: &'static str = "orgRootNode";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "orgRootNode", document!("get_org_root_node.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.org);
    }
}
