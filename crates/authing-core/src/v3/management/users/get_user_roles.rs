//! A user's roles.
//!
//! Wire: `GET {host}/api/v3/get-user-roles`

use crate::principal::needs;
use crate::types::List;
use crate::v3::types::{Role, UserIdentifier};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists a user's roles.
    pub struct GetUserRoles {
        /// The user.
        user: UserIdentifier = "userId";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
    }
}

impl GetUserRoles {
    /// Creates the request from its required arguments.
    pub fn new(user: impl Into<UserIdentifier>) -> Self {
        Self { user: user.into(), namespace: None }
    }
}

impl Operation for GetUserRoles {
    type Needs = needs::Administrator;
    type Response = List<Role>;

    const NAME: &'static str = "getUserRoles";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/get-user-roles", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
