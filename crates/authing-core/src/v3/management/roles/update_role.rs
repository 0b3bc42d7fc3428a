//! Changes a role.
//!
//! Wire: `POST {host}/api/v3/update-role`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Changes a role.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_NOT_FOUND`](crate::ErrorCode::V3_NOT_FOUND) if there is no such role.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if the new code is in use.
    pub struct UpdateRole {
        /// The code of the role.
        code: String = "code";
        /// The new code.
        new_code: String = "newCode";
        /// The name to show.
        name: String = "name";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
        /// The description.
        description: Option<String> = "description";
        /// `ENABLE` or `DISABLE`.
        status: Option<String> = "status";
        /// The end of the role, in milliseconds since 1970.
        disable_time: Option<String> = "disableTime";
        /// Whether users may apply for the role.
        enable_permission_apply: Option<bool> = "enablePermissionApply";
    }
}

impl UpdateRole {
    /// Creates the request from its required arguments.
    pub fn new(code: impl Into<String>, new_code: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            new_code: new_code.into(),
            name: name.into(),
            namespace: None,
            description: None,
            status: None,
            disable_time: None,
            enable_permission_apply: None,
        }
    }
}

impl Operation for UpdateRole {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "updateRole";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/update-role", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
