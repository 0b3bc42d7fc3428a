//! Remove a user from a group.
//!
//! Wire: GraphQL `mutation removeUserFromRBACGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Group;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service, UserId};

/// Removes a user from a group.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.remove_user_from_group("5e05bbf2d51b3761d5c71070", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RemoveUserFromGroup {
    /// The user to remove.
    pub user: UserId,
    /// The group.
    pub group: GroupId,
    /// Whether the response has the group's users after the change, a page of them (`fetchUsers`).
    pub fetch_users: bool,
}

impl Operation for RemoveUserFromGroup {
    type Needs = needs::Owner;
    type Response = Group;

    const NAME: &'static str = "removeUserFromRBACGroup";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "removeUserFromRBACGroup", document!("remove_user_from_group.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("userId", &self.user);
            input.require("groupId", &self.group);
        });
        if self.fetch_users {
            to.insert("fetchUsers", true);
        }
    }
}
