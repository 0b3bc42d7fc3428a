//! The users of the pool.
//!
//! Wire: GraphQL `query users` at the user service, signed by the owner.

use crate::types::{List, Page, User};
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, Signer};

/// Lists the pool's users, a page at a time.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::types::Page;
/// let users = client.users(Page::new(1, 50))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Users {
    /// Which part of the list.
    pub page: Page,
}

impl Operation for Users {
    type Answer = List<User>;

    const NAME: &'static str = "users";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "users", Document::whole(include_str!("users.graphql")));
    const SIGNER: Signer = Signer::Owner;
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("registerInClient");
        to.put("page", self.page.number);
        to.put("count", self.page.size);
        to.put("populate", false);
    }
}
