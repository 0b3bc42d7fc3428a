//! Adds users to a group.
//!
//! Wire: `POST {host}/api/v3/add-group-members`

use crate::principal::needs;
use crate::v3::management::batched;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service, UserId};

fields! {
    /// Adds users to a group.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_NOT_FOUND`](crate::ErrorCode::V3_NOT_FOUND) if there is no such group.
    /// * [`Error::Service`](crate::Error::Service) with [`USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such
    ///   user.
    pub struct AddGroupMembers {
        /// The users.
        users: Vec<UserId> = "userIds";
        /// The code of the group.
        code: String = "code";
    }
}

impl AddGroupMembers {
    /// Creates the request from its required arguments.
    pub fn new(users: impl IntoIterator<Item = impl Into<UserId>>, code: impl Into<String>) -> Self {
        Self { users: users.into_iter().map(Into::into).collect(), code: code.into() }
    }
}

impl Operation for AddGroupMembers {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "addGroupMembers";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Post,
        "/api/v3/add-group-members",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

batched!(AddGroupMembers, users);
