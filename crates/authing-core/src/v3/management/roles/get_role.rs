//! One role.
//!
//! Wire: `GET {host}/api/v3/get-role`

use crate::principal::needs;
use crate::v3::types::Role;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Reads one role.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_NOT_FOUND`](crate::ErrorCode::V3_NOT_FOUND) if there is no such role.
    pub struct GetRole {
        /// The code of the role.
        code: String = "code";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
    }
}

impl GetRole {
    /// Creates the request from its required arguments.
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), namespace: None }
    }
}

impl Operation for GetRole {
    type Needs = needs::Administrator;
    type Response = Role;

    const NAME: &'static str = "getRole";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/get-role", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
