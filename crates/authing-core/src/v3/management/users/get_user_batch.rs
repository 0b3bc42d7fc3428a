//! Several users.
//!
//! Wire: `GET {host}/api/v3/get-user-batch`

use crate::principal::needs;
use crate::v3::management::batched;
use crate::v3::types::{User, UserIdentifiers};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Reads several users. A user who is not found is left out.
    pub struct GetUserBatch {
        /// The users.
        users: UserIdentifiers = "userIds";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the custom data are top-level fields of the user, in `other_fields`.
        flat_custom_data: Option<bool> = "flatCustomData";
        /// Whether the response has the identities.
        with_identities: Option<bool> = "withIdentities";
        /// Whether the response has the ids of the departments.
        with_department_ids: Option<bool> = "withDepartmentIds";
    }
}

impl GetUserBatch {
    /// Creates the request from its required arguments.
    pub fn new(users: impl Into<UserIdentifiers>) -> Self {
        Self {
            users: users.into(),
            with_custom_data: None,
            flat_custom_data: None,
            with_identities: None,
            with_department_ids: None,
        }
    }
}

impl Operation for GetUserBatch {
    type Needs = needs::Administrator;
    type Response = Vec<User>;

    const NAME: &'static str = "getUserBatch";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/get-user-batch", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

batched!(GetUserBatch, users);
