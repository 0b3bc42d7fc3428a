//! The groups of the pool.
//!
//! Wire: GraphQL `query rbacGroupList` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{Group, List, SortedPage};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Lists the pool's groups, a page at a time.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::types::{Page, SortBy, SortedPage};
/// let newest = client.groups(SortedPage::default())?;
/// let oldest = client.groups(SortedPage { sort_by: Some(SortBy::CreatedAtAsc), page: Some(Page::new(1, 50)) })?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListGroups {
    /// The page of the list, and its order.
    pub page: SortedPage,
}

impl Operation for ListGroups {
    type Needs = needs::Owner;
    type Response = List<Group>;

    const NAME: &'static str = "rbacGroupList";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "rbacGroupList", document!("list_groups.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
        self.page.insert(to);
    }
}
