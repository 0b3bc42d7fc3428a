//! Search the pool for users.
//!
//! Wire: GraphQL `query searchUser` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, Page, User};
use crate::wire::{Arguments, Endpoint, FirstPage, document};
use crate::{Operation, PersonalData, Service};

/// Searches the pool for users.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::management::SearchUsers;
///
/// let found = client.search_users("bob")?;
/// let found = client.call(SearchUsers::in_field("nickname", "bob"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SearchUsers {
    /// The text to search for, such as a phone number.
    pub value: PersonalData,
    /// The field to search: `email`, `username`, `phone`, …, or `all`.
    pub kind: String,
    /// The page of the list. The first is number 1, as in every operation; on the wire it is number 0, in this one alone.
    pub page: Page,
}

impl SearchUsers {
    /// Searches all fields, for the first ten users.
    pub fn in_all_fields(value: impl Into<PersonalData>) -> Self {
        Self::in_field("all", value)
    }

    /// Searches one field, such as `email`, `username`, `nickname` or `phone`, for the first ten users.
    pub fn in_field(field: impl Into<String>, value: impl Into<PersonalData>) -> Self {
        Self { value: value.into(), kind: field.into(), page: Page::default() }
    }
}

impl Operation for SearchUsers {
    type Needs = needs::Owner;
    type Response = List<User>;

    const NAME: &'static str = "searchUser";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "searchUser", document!("search_users.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("registerInClient");
        to.require("value", &self.value);
        to.require("type", &self.kind);
        to.insert_page(self.page, FirstPage::Zero);
    }
}
