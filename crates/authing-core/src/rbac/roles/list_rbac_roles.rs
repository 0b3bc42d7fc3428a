//! The roles of the pool.
//!
//! Wire: GraphQL `query rbacRoleList` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, RbacRole, SortedPage};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Lists the pool's roles, a page at a time.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::types::{Page, SortBy, SortedPage};
/// let newest = client.rbac_roles(SortedPage::default())?;
/// let oldest = client.rbac_roles(SortedPage { sort_by: Some(SortBy::CreatedAtAsc), page: Some(Page::new(1, 50)) })?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListRbacRoles {
    /// The page of the list, and its order.
    pub page: SortedPage,
}

impl Operation for ListRbacRoles {
    type Needs = needs::Owner;
    type Response = List<RbacRole>;

    const NAME: &'static str = "rbacRoleList";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "rbacRoleList", document!("list_rbac_roles.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
        self.page.insert(to);
    }
}
