//! Removes users from a group.
//!
//! Wire: `POST {host}/api/v3/remove-group-members`

use crate::principal::needs;
use crate::v3::management::batched;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service, UserId};

fields! {
    /// Removes users from a group.
    pub struct RemoveGroupMembers {
        /// The users.
        users: Vec<UserId> = "userIds";
        /// The code of the group.
        code: String = "code";
    }
}

impl RemoveGroupMembers {
    /// Creates the request from its required arguments.
    pub fn new(users: impl IntoIterator<Item = impl Into<UserId>>, code: impl Into<String>) -> Self {
        Self { users: users.into_iter().map(Into::into).collect(), code: code.into() }
    }
}

impl Operation for RemoveGroupMembers {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "removeGroupMembers";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Post,
        "/api/v3/remove-group-members",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

batched!(RemoveGroupMembers, users);
