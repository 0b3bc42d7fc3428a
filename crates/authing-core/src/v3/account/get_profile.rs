//! The profile of the user who is logged in.
//!
//! Wire: `GET {host}/api/v3/get-profile`

use crate::principal::needs;
use crate::v3::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Reads the user who is logged in.
    #[derive(Default)]
    pub struct GetProfile {
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the response has the identities.
        with_identities: Option<bool> = "withIdentities";
        /// Whether the response has the ids of the departments.
        with_department_ids: Option<bool> = "withDepartmentIds";
    }
}

impl Operation for GetProfile {
    type Needs = needs::ApplicationUser;
    type Response = User;

    const NAME: &'static str = "getProfile";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Get, "/api/v3/get-profile", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
