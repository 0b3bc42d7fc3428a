//! List the users who have a role.
//!
//! Wire: GraphQL `query userGroup` at the user service, with the `authorization` of the user, or of the owner if no user is
//! logged in.

use crate::principal::needs;
use crate::types::{List, Page, RoleMember};
use crate::wire::{Arguments, Endpoint, FirstPage, document};
use crate::{Operation, RoleId, Service};

/// Lists the users who have a role.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::types::Page;
/// let members = client.users_by_role("5e0b0c8d7f1a2b3c4d5e6f70", Page::default())?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListUsersByRole {
    /// The role.
    pub role: RoleId,
    /// The page of the list; the first is number 1.
    pub page: Page,
}

impl Operation for ListUsersByRole {
    type Needs = needs::Optional;
    type Response = List<RoleMember>;

    const NAME: &'static str = "userGroup";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "userGroup", document!("list_users_by_role.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("client");
        to.require("group", &self.role);
        to.insert_page(self.page, FirstPage::One);
    }
}
