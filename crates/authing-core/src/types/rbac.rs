use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{List, User};
use crate::wire::ResponseShape;
use crate::{GroupId, PermissionId, RbacRoleId};

/// A group of users, whose roles its users have (`RbacGroup` of the schema).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Group {
    /// The id of the group.
    #[serde(rename = "_id")]
    pub id: GroupId,
    /// The id of the pool.
    pub user_pool_id: Option<String>,
    /// The name; several groups may have the same.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The time of creation.
    pub created_at: Option<String>,
    /// The time of the last change.
    pub updated_at: Option<String>,
    /// The roles of the group, if the call selected them.
    pub roles: Option<List<RbacRole>>,
    /// The permissions of the group's roles, if the call selected them.
    pub permissions: Option<List<Permission>>,
    /// The users of the group, if the call selected them.
    pub users: Option<List<User>>,
}

impl ResponseShape for Group {}

/// A role: permissions that groups and users have together (`RbacRole` of the schema).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RbacRole {
    /// The id of the role.
    #[serde(rename = "_id")]
    pub id: RbacRoleId,
    /// The id of the pool.
    pub user_pool_id: Option<String>,
    /// The name; several roles may have the same.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The time of creation.
    pub created_at: Option<String>,
    /// The time of the last change.
    pub updated_at: Option<String>,
    /// The permissions of the role, if the call selected them.
    pub permissions: Option<List<Permission>>,
    /// The users to whom the role is assigned, if the call selected them.
    pub users: Option<List<User>>,
}

impl ResponseShape for RbacRole {}

/// A permission (`RbacPermission` of the schema). Its name means what the program that asks for it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Permission {
    /// The id of the permission.
    #[serde(rename = "_id")]
    pub id: PermissionId,
    /// The id of the pool.
    pub user_pool_id: Option<String>,
    /// The name, such as `invoice:create`; several permissions may have the same.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The time of creation.
    pub created_at: Option<String>,
    /// The time of the last change.
    pub updated_at: Option<String>,
}

impl ResponseShape for Permission {}

/// A user's permissions, roles or groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", bound(deserialize = "T: Deserialize<'de>"))]
#[non_exhaustive]
pub struct RbacList<T> {
    /// The number of entries.
    pub total_count: Option<i64>,
    /// The names.
    #[serde(default)]
    pub raw_list: Option<Vec<String>>,
    /// The entries with their descriptions.
    #[serde(default = "Option::default")]
    pub list: Option<Vec<T>>,
}

impl<T: DeserializeOwned> ResponseShape for RbacList<T> {}
