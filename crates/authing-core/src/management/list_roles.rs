//! List the roles of the pool.
//!
//! Wire: GraphQL `query clientRoles` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, Page, Role};
use crate::wire::{Arguments, Endpoint, FirstPage, document};
use crate::{Operation, Service};

/// Lists the pool's roles.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::types::Page;
/// let roles = client.roles(Page::default())?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListRoles {
    /// The page of the list; the first is number 1.
    pub page: Page,
}

impl Operation for ListRoles {
    type Needs = needs::Owner;
    type Response = List<Role>;

    const NAME: &'static str = "clientRoles";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "clientRoles", document!("list_roles.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("clientId");
        to.insert_page(self.page, FirstPage::One);
    }
}
