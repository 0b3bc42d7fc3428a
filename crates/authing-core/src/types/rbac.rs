use crate::wire::ResponseShape;
use serde::{Deserialize, Serialize};

/// A permission, role or group of the pool's role-based access control (`Rbac*` of the schema).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RbacItem {
    /// The id of the permission, role or group.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The time of creation.
    pub created_at: Option<String>,
    /// The time of the last change.
    pub updated_at: Option<String>,
}

/// A user's permissions, roles or groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RbacList {
    /// The number of entries.
    pub total_count: Option<i64>,
    /// The names.
    #[serde(default)]
    pub raw_list: Option<Vec<String>>,
    /// The entries with their descriptions.
    #[serde(default)]
    pub list: Option<Vec<RbacItem>>,
}

impl ResponseShape for RbacList {}
