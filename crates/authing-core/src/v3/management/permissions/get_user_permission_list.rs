//! The permissions of users.
//!
//! Wire: `POST {host}/api/v3/get-user-permission-list`

use serde::Deserialize;
use serde_json::Value;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields};
use crate::{Method, Operation, Service, UserId};

fields! {
    /// Lists the permissions of users in permission spaces.
    pub struct GetUserPermissionList {
        /// The users.
        users: Vec<UserId> = "userIds";
        /// The permission spaces; all by default.
        namespaces: Option<Vec<String>> = "namespaceCodes";
    }
}

/// The permissions of users.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct UserPermissionList {
    /// One entry for each user and permission space.
    pub user_permission_list: Vec<UserPermissions>,
}

/// The permissions of a user in a permission space.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UserPermissions {
    /// The user.
    pub user_id: UserId,
    /// The permission space.
    pub namespace_code: Option<String>,
    /// The resources, each with its kind and the allowed actions.
    #[serde(default)]
    pub resource_list: Option<Vec<Value>>,
}

impl GetUserPermissionList {
    /// Creates the request from its required arguments.
    pub fn new(users: impl IntoIterator<Item = impl Into<UserId>>) -> Self {
        Self { users: users.into_iter().map(Into::into).collect(), namespaces: None }
    }
}

impl Operation for GetUserPermissionList {
    type Needs = needs::Administrator;
    type Response = UserPermissionList;

    const NAME: &'static str = "getUserPermissionList";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Post,
        "/api/v3/get-user-permission-list",
        Encoding::Json,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for UserPermissionList {
    const SHAPE: Shape = Shape::Object(&["userPermissionList"]);
}
