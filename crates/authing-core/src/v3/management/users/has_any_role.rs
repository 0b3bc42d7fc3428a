//! Whether a user has one of several roles.
//!
//! Wire: `POST {host}/api/v3/has-any-role`

use serde::Deserialize;

use crate::principal::needs;
use crate::v3::types::UserIdentifier;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, ResponseShape, Shape, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Checks whether a user has one of several roles.
    pub struct HasAnyRole {
        /// The roles.
        roles: Vec<RoleCode> = "roles";
        /// The user.
        user: UserIdentifier = "userId";
    }
}

fields! {
    /// A role of a namespace.
    pub struct RoleCode {
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
        /// The code.
        code: String = "code";
    }
}

impl From<&str> for RoleCode {
    /// A role of the default namespace.
    fn from(code: &str) -> Self {
        Self { namespace: None, code: code.to_owned() }
    }
}

/// Whether a user has one of several roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HasAnyRoleResponse {
    /// Whether the user has one of the roles.
    pub has_any_role: bool,
}

impl HasAnyRole {
    /// Creates the request from its required arguments.
    pub fn new(roles: impl IntoIterator<Item = impl Into<RoleCode>>, user: impl Into<UserIdentifier>) -> Self {
        Self { roles: roles.into_iter().map(Into::into).collect(), user: user.into() }
    }
}

impl Operation for HasAnyRole {
    type Needs = needs::Administrator;
    type Response = HasAnyRoleResponse;

    const NAME: &'static str = "hasAnyRole";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/has-any-role", Encoding::Json, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.roles.insert_into("roles", to);
        self.user.insert_value(to);
        to.insert_object("options", |options| self.user.insert_kind(options));
    }
}

impl ResponseShape for HasAnyRoleResponse {
    const SHAPE: Shape = Shape::Object(&["hasAnyRole"]);
}
