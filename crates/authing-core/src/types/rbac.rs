use crate::wire::ResponseShape;
use serde::{Deserialize, Serialize};

/// A named thing of the pool's role-based access control: a permission, a role, a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RbacItem {
    /// Its id.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// When it was made.
    pub created_at: Option<String>,
    /// When it was last changed.
    pub updated_at: Option<String>,
}

/// A user's permissions, roles or groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RbacList {
    /// How many there are.
    pub total_count: Option<i64>,
    /// Their names.
    #[serde(default)]
    pub raw_list: Option<Vec<String>>,
    /// Each with its description.
    #[serde(default)]
    pub list: Option<Vec<RbacItem>>,
}

impl ResponseShape for RbacList {}
