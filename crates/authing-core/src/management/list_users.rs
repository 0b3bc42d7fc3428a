//! List the users of the pool.
//!
//! Wire: GraphQL `query users` at the user service, with the owner's `authorization`.

use crate::client::paged;
use crate::principal::needs;
use crate::types::{List, Page, User};
use crate::wire::{Arguments, Endpoint, FirstPage, document};
use crate::{Operation, Service};

/// Lists one page of the pool's users.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::types::Page;
/// let users = client.users(Page::new(1, 50))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct ListUsers {
    /// The page of the list; the first is number 1.
    pub page: Page,
    /// Whether the service fills in what a user's fields refer to (`populate` of the schema).
    pub populate: bool,
}

impl ListUsers {
    /// A page, without `populate`, as the published client asks by default.
    pub fn new(page: Page) -> Self {
        Self { page, populate: false }
    }
}

impl Operation for ListUsers {
    type Needs = needs::Owner;
    type Response = List<User>;

    const NAME: &'static str = "users";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "users", document!("list_users.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("registerInClient");
        to.insert_page(self.page, FirstPage::One);
        to.insert("populate", self.populate);
    }
}

paged!(ListUsers: User, |user| user.id.as_str());
