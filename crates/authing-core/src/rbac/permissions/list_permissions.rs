//! The permissions of the pool.
//!
//! Wire: GraphQL `query rbacPermissionList` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, Permission, SortedPage};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Lists the pool's permissions, a page at a time.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::types::{Page, SortBy, SortedPage};
/// let newest = client.permissions(SortedPage::default())?;
/// let oldest = client.permissions(SortedPage { sort_by: Some(SortBy::CreatedAtAsc), page: Some(Page::new(1, 50)) })?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListPermissions {
    /// The page of the list, and its order.
    pub page: SortedPage,
}

impl Operation for ListPermissions {
    type Needs = needs::Owner;
    type Response = List<Permission>;

    const NAME: &'static str = "rbacPermissionList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "rbacPermissionList", document!("list_permissions.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
        self.page.insert(to);
    }
}
