//! Deletes users.
//!
//! Wire: `POST {host}/api/v3/delete-users-batch`

use crate::principal::needs;
use crate::v3::management::batched;
use crate::v3::types::UserIdentifiers;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Deletes users permanently.
    pub struct DeleteUsersBatch {
        /// The users.
        users: UserIdentifiers = "userIds";
    }
}

impl DeleteUsersBatch {
    /// Creates the request from its required arguments.
    pub fn new(users: impl Into<UserIdentifiers>) -> Self {
        Self { users: users.into() }
    }
}

impl Operation for DeleteUsersBatch {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "deleteUsersBatch";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Post,
        "/api/v3/delete-users-batch",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.users.insert_values(to);
        to.insert_object("options", |options| self.users.insert_kind(options));
    }
}

batched!(DeleteUsersBatch, users);
