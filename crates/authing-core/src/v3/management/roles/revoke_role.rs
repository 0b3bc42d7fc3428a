//! Revokes a role.
//!
//! Wire: `POST {host}/api/v3/revoke-role`

use crate::principal::needs;
use crate::v3::management::batched;
use crate::v3::types::Target;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Revokes a role from users, groups or departments.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_NOT_FOUND`](crate::ErrorCode::V3_NOT_FOUND) if there is no such
    ///   role or target.
    pub struct RevokeRole {
        /// The users, groups or departments that lose the role.
        targets: Vec<Target> = "targets";
        /// The code of the role.
        code: String = "code";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
    }
}

impl RevokeRole {
    /// Creates the request from its required arguments.
    pub fn new(targets: impl IntoIterator<Item = impl Into<Target>>, code: impl Into<String>) -> Self {
        Self { targets: targets.into_iter().map(Into::into).collect(), code: code.into(), namespace: None }
    }
}

impl Operation for RevokeRole {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "revokeRole";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/revoke-role", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

batched!(RevokeRole, targets);
