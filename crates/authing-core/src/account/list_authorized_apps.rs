//! List the applications that a user has authorized.
//!
//! Wire: GraphQL `query GetUserAuthorizedApps` at the oauth service.

use crate::principal::needs;
use crate::types::{AuthorizedApps, Page};
use crate::wire::{Arguments, Endpoint, FirstPage, document};
use crate::{Operation, Service, UserId};

/// Lists the applications that a user has authorized.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::types::Page;
/// let apps = client.authed_apps("5e05bbf2d51b3761d5c71070", Page::default())?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListAuthorizedApps {
    /// The user who authorized the applications.
    pub user: UserId,
    /// The page of the list; the first is number 1.
    pub page: Page,
}

impl Operation for ListAuthorizedApps {
    type Needs = needs::Optional;
    type Response = AuthorizedApps;

    const NAME: &'static str = "GetUserAuthorizedApps";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::Oauth, "GetUserAuthorizedApps", document!("list_authorized_apps.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("clientId");
        to.require("userId", &self.user);
        to.insert_page(self.page, FirstPage::One);
    }
}
