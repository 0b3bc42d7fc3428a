use serde::{Deserialize, Serialize};

use crate::GroupId;

/// A node of an organization, which is a group (`OrgNode` of the schema).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OrgNode {
    /// The id of the node and of its group.
    #[serde(rename = "_id")]
    pub id: GroupId,
    /// The name of the group.
    pub name: Option<String>,
    /// The description of the group.
    pub description: Option<String>,
    /// The time of the group's creation.
    pub created_at: Option<String>,
    /// The time of the group's last change.
    pub updated_at: Option<String>,
    /// The ids of the nodes directly below.
    pub children: Option<Vec<GroupId>>,
    /// Whether the node is the root.
    pub root: Option<bool>,
}
