//! Gives a role.
//!
//! Wire: `POST {host}/api/v3/assign-role`

use crate::principal::needs;
use crate::v3::management::batched;
use crate::v3::types::Target;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Gives a role to users, groups or departments.
    pub struct AssignRole {
        /// The users, groups or departments that get it.
        targets: Vec<Target> = "targets";
        /// The code of the role.
        code: String = "code";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
        /// When it begins, in milliseconds since 1970.
        enable_time: Option<i64> = "enableTime";
        /// When it ends, in milliseconds since 1970.
        end_time: Option<i64> = "endTime";
    }
}

impl AssignRole {
    /// The request, with nothing that may be left out.
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
