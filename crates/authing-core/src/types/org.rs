use serde::{Deserialize, Serialize};

use super::{Group, OrgNode, OrgTree, OrgTreeError};
use crate::OrgId;
use crate::wire::ResponseShape;

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

/// A node below another one (`OrgChildNode` of the schema).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrgChildNode {
    /// The group.
    pub group: Option<Group>,
    /// The depth below the node that was asked for, as the service counts it.
    pub depth: Option<i64>,
}
