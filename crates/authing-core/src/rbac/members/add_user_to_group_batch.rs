//! Add users to a group.
//!
//! Wire: GraphQL `mutation addUserToRBACGroupBatch` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Group;
use crate::wire::{Argument, Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service, UserId};

/// Adds users to a group.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.add_users_to_group(["5e05bbf2d51b3761d5c71070", "5e0b0c8d7f1a2b3c4d5e6f71"], "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AddUserToGroupBatch {
    /// The users to add.
    pub users: Vec<UserId>,
    /// The group.
    pub group: GroupId,
    /// Whether the response has the group's users after the change, a page of them (`fetchUsers`).
    pub fetch_users: bool,
}

impl Operation for AddUserToGroupBatch {
    type Needs = needs::Owner;
    type Response = Group;

    const NAME: &'static str = "addUserToRBACGroupBatch";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "addUserToRBACGroupBatch", document!("add_user_to_group_batch.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.insert("userIdList", Argument::List(self.users.iter().map(UserId::as_str).collect()));
            input.require("groupId", &self.group);
        });
        if self.fetch_users {
            to.insert("fetchUsers", true);
        }
    }
}
