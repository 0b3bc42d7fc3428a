//! Read an organization.
//!
//! Wire: GraphQL `query org` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Org;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, OrgId, Service};

/// Reads an organization with its nodes. [`Org::tree`] makes a tree of them.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let company = client.org("5e0b0c8d7f1a2b3c4d5e6fa0")?;
/// if let Ok(tree) = company.tree() {
///     for node in tree.nodes() {
///         println!("{:1$}{2}", "", 2 * node.depth(), node.node().name.as_deref().unwrap_or("?"));
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetOrg {
    /// The organization to read.
    pub org: OrgId,
}

impl Operation for GetOrg {
    type Needs = needs::Owner;
    type Response = Org;

    const NAME: &'static str = "org";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "org", document!("get_org.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.org);
    }
}
