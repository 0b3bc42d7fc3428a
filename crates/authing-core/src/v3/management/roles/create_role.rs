//! Creates a role.
//!
//! Wire: `POST {host}/api/v3/create-role`

use crate::principal::needs;
use crate::v3::types::Role;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Creates a role.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if the code is in use.
    pub struct CreateRole {
        /// The code of the role.
        code: String = "code";
        /// The name to show.
        name: Option<String> = "name";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
        /// The description.
        description: Option<String> = "description";
        /// The end of the role, in milliseconds since 1970.
        disable_time: Option<String> = "disableTime";
    }
}

impl CreateRole {
    /// Creates the request from its required arguments.
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), name: None, namespace: None, description: None, disable_time: None }
    }
}

impl Operation for CreateRole {
    type Needs = needs::Administrator;
    type Response = Role;

    const NAME: &'static str = "createRole";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/create-role", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
