//! The users of a group.
//!
//! Wire: GraphQL `query rbacGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, SortedPage, User};
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service};

/// Lists the users of a group, a page at a time.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::types::SortedPage;
/// let users = client.group_users("5e0b0c8d7f1a2b3c4d5e6f70", SortedPage::default())?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListGroupUsers {
    /// The group.
    pub group: GroupId,
    /// The page of the list, and its order.
    pub page: SortedPage,
}

impl Operation for ListGroupUsers {
    type Needs = needs::Owner;
    type Response = List<User>;

    const NAME: &'static str = "groupUserList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "rbacGroup.users", document!("list_group_users.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.group);
        self.page.insert(to);
    }
}
