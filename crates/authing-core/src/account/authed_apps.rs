//! The applications that a user has authorized.
//!
//! Wire: GraphQL `query GetUserAuthorizedApps` at the oauth service.

use crate::types::{AuthorizedApps, Page};
use crate::wire::{Arguments, Document, Endpoint};
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
pub struct AuthedApps {
    /// Whose.
    pub user: UserId,
    /// Which part of the list.
    pub page: Page,
}

impl Operation for AuthedApps {
    type Answer = AuthorizedApps;

    const NAME: &'static str = "GetUserAuthorizedApps";
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::Oauth,
        "GetUserAuthorizedApps",
        Document::whole(include_str!("authed_apps.graphql")),
    );
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("clientId");
        to.need("userId", &self.user);
        to.put("page", self.page.number);
        to.put("count", self.page.size);
    }
}
