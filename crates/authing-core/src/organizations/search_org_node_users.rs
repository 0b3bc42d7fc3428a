//! Search a node for users.
//!
//! Wire: GraphQL `query searchOrgNodeUser` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, Page, User};
use crate::wire::{Arguments, Endpoint, FirstPage, document};
use crate::{GroupId, Operation, OrgId, PersonalData, Service};

/// Searches the users of a node of an organization.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let found = client.search_org_node_users("5e0b0c8d7f1a2b3c4d5e6fa0", "5e0b0c8d7f1a2b3c4d5e6f70", "bob")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SearchOrgNodeUsers {
    /// The organization.
    pub org: OrgId,
    /// The node, which is a group.
    pub node: GroupId,
    /// The text to search for.
    pub query: PersonalData,
    /// Whether the nodes below are searched, too.
    pub include_children_nodes: bool,
    /// The page of the list; the first is number 1. The published client sends it, but the schema's field takes no page, and a
    /// service may ignore it.
    pub page: Option<Page>,
}

impl Operation for SearchOrgNodeUsers {
    type Needs = needs::Owner;
    type Response = List<User>;

    const NAME: &'static str = "searchOrgNodeUser";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "searchOrgNodeUser", document!("search_org_node_users.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("orgId", &self.org);
        to.require("nodeId", &self.node);
        to.require("query", &self.query);
        if self.include_children_nodes {
            to.insert("includeChildrenNodes", true);
        }
        if let Some(page) = self.page {
            to.insert_page(page, FirstPage::Zero);
        }
    }
}
