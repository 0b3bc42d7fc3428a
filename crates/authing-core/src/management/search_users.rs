//! Search the pool for users.
//!
//! Wire: GraphQL `query searchUser` at the user service, signed by the owner.

use crate::types::{List, Page, User};
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Personal, Service, Signer};

/// Searches the pool for users.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let found = client.search_users("bob")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SearchUsers {
    /// What to look for, such as a phone number.
    pub value: Personal,
    /// In which field: `email`, `username`, `phone`, …, or `all`.
    pub kind: String,
    /// Which part of the list; here the first page is 0.
    pub page: Page,
}

impl SearchUsers {
    /// In every field; the first ten.
    pub fn everywhere(value: impl Into<Personal>) -> Self {
        Self { value: value.into(), kind: "all".to_owned(), page: Page::new(0, 10) }
    }
}

impl Operation for SearchUsers {
    type Answer = List<User>;

    const NAME: &'static str = "searchUser";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "searchUser", Document::whole(include_str!("search_users.graphql")));
    const SIGNER: Signer = Signer::Owner;
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("registerInClient");
        to.need("value", &self.value);
        to.need("type", &self.kind);
        to.put("page", self.page.number);
        to.put("count", self.page.size);
    }
}
