//! A user's identities at third parties.
//!
//! Wire: `GET {host}/api/v3/get-user-identities`

use crate::principal::needs;
use crate::v3::types::{Identity, UserIdentifier};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists a user's identities at third parties.
    pub struct GetUserIdentities {
        /// The user.
        user: UserIdentifier = "userId";
    }
}

impl GetUserIdentities {
    /// Creates the request from its required arguments.
    pub fn new(user: impl Into<UserIdentifier>) -> Self {
        Self { user: user.into() }
    }
}

impl Operation for GetUserIdentities {
    type Needs = needs::Administrator;
    type Response = Vec<Identity>;

    const NAME: &'static str = "getUserIdentities";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/get-user-identities", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
