//! Assigns a role.
//!
//! Wire: `POST {host}/api/v3/assign-role`

use crate::principal::needs;
use crate::v3::management::batched;
use crate::v3::types::Target;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Assigns a role to users, groups or departments.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_NOT_FOUND`](crate::ErrorCode::V3_NOT_FOUND) if there is no such
    ///   role or target.
    pub struct AssignRole {
        /// The users, groups or departments that get the role.
        targets: Vec<Target> = "targets";
        /// The code of the role.
        code: String = "code";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
        /// The start, in milliseconds since 1970.
        enable_time: Option<i64> = "enableTime";
        /// The end, in milliseconds since 1970.
        end_time: Option<i64> = "endTime";
    }
}

impl AssignRole {
    /// Creates the request from its required arguments.
    pub fn new(targets: impl IntoIterator<Item = impl Into<Target>>, code: impl Into<String>) -> Self {
        Self {
            targets: targets.into_iter().map(Into::into).collect(),
            code: code.into(),
            namespace: None,
            enable_time: None,
            end_time: None,
        }
    }
}

impl Operation for AssignRole {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "assignRole";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/assign-role", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

batched!(AssignRole, targets);
