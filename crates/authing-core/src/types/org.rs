use serde::{Deserialize, Serialize};

use super::{Group, OrgTree, OrgTreeError};
use crate::wire::ResponseShape;
use crate::{GroupId, OrgId};

/// An organization: groups as a tree (`Org` of the schema).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Org {
    /// The id of the organization.
    #[serde(rename = "_id")]
    pub id: OrgId,
    /// The URL of the logo.
    pub logo: Option<String>,
    /// The nodes, in no particular order. [`tree`](Self::tree) orders them.
    #[serde(default)]
    pub nodes: Option<Vec<OrgNode>>,
}

impl ResponseShape for Org {}

impl Org {
    /// The nodes as a tree.
    ///
    /// # Errors
    ///
    /// [`OrgTreeError`] if the nodes are none: without a root, with two, with a child that is no node, with a node that has two
    /// parents or is its own ancestor.
    pub fn tree(&self) -> Result<OrgTree, OrgTreeError> {
        OrgTree::new(self.nodes.iter().flatten().cloned().collect())
    }
}

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

/// A node below another one (`OrgChildNode` of the schema).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrgChildNode {
    /// The group.
    pub group: Option<Group>,
    /// The depth below the node that was asked for; 1 is directly below.
    pub depth: Option<i64>,
}
