use serde::{Deserialize, Serialize};

use crate::RoleId;
use crate::wire::ResponseShape;

/// A role of the pool, which the protocol also calls a group (`Group`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Role {
    /// The id of the role.
    #[serde(rename = "_id")]
    pub id: Option<RoleId>,
    /// The name of the role.
    pub name: Option<String>,
    /// The description of the role.
    pub descriptions: Option<String>,
    /// The pool.
    pub client: Option<String>,
    /// The permissions of the role: a text that only the pool's owner interprets.
    pub permissions: Option<String>,
    /// The time of creation.
    pub created_at: Option<String>,
}

impl ResponseShape for Role {}

/// A reference to an object by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reference {
    /// The id.
    #[serde(rename = "_id")]
    pub id: String,
}

/// The permissions of one of a user's roles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RolePermissions {
    /// The role.
    pub group: Option<Role>,
}
