//! A user's groups.
//!
//! Wire: `GET {host}/api/v3/get-user-groups`

use crate::principal::needs;
use crate::types::List;
use crate::v3::types::{Group, UserIdentifier};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists a user's groups.
    pub struct GetUserGroups {
        /// The user.
        user: UserIdentifier = "userId";
    }
}

impl GetUserGroups {
    /// Creates the request from its required arguments.
    pub fn new(user: impl Into<UserIdentifier>) -> Self {
        Self { user: user.into() }
    }
}

impl Operation for GetUserGroups {
    type Needs = needs::Administrator;
    type Response = List<Group>;

    const NAME: &'static str = "getUserGroups";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/get-user-groups", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
