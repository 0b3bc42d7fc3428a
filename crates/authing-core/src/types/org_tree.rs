use std::collections::HashMap;

use super::OrgNode;
use crate::GroupId;

/// The nodes of an organization as a tree, of any depth.
///
/// ```
/// # fn example(company: authing_core::types::Org) -> Result<(), authing_core::types::OrgTreeError> {
/// let tree = company.tree()?;
/// for node in tree.nodes() {
///     let above = node.parent().and_then(|parent| parent.node().name.as_deref());
///     println!("{:?} is {} below the root, under {above:?}", node.node().name, node.depth());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrgTree {
    /// Each node after its parent, and before the next child of its parent: the root is the first.
    nodes: Vec<Placed>,
    by_id: HashMap<GroupId, usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Placed {
    node: OrgNode,
    depth: usize,
    parent: Option<usize>,
    children: Vec<usize>,
}

/// The reason why an organization's nodes are no tree. The service sent them so: read them again, or mend the organization.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OrgTreeError {
    /// No node is the root.
    #[error("the organization has no root")]
    NoRoot,
    /// A second node is a root.
    #[error("the organization has a second root, {0}")]
    SecondRoot(GroupId),
    /// Two nodes have this id.
    #[error("the organization has two nodes {0}")]
    DuplicateNode(GroupId),
    /// A child is no node of the organization.
    #[error("the organization has no node {0}, which is a child of a node")]
    UnknownChild(GroupId),
    /// A node has two parents, or is below itself.
    #[error("the node {0} has two parents or is below itself")]
    SecondParent(GroupId),
    /// A node is not below the root: it has no parent, or is below itself.
    #[error("the node {0} is not below the root")]
    NotBelowRoot(GroupId),
}

impl OrgTree {
    /// Makes a tree of the nodes. Each node is visited once, also where two nodes name it as a child.
    pub(super) fn new(nodes: Vec<OrgNode>) -> Result<Self, OrgTreeError> {
        let root = root(&nodes)?;
        let mut unplaced = HashMap::with_capacity(nodes.len());
        for (index, node) in nodes.iter().enumerate() {
            if unplaced.insert(node.id.clone(), index).is_some() {
                return Err(OrgTreeError::DuplicateNode(node.id.clone()));
            }
        }
        let known = unplaced.clone();
        let mut source: Vec<Option<OrgNode>> = nodes.into_iter().map(Some).collect();
        let mut tree = Self { nodes: Vec::with_capacity(source.len()), by_id: HashMap::with_capacity(source.len()) };
        let mut open = vec![(root, None)];
        while let Some((id, parent)) = open.pop() {
            let Some(index) = unplaced.remove(&id) else {
                let is_node = known.contains_key(&id);
                return Err(if is_node { OrgTreeError::SecondParent(id) } else { OrgTreeError::UnknownChild(id) });
            };
            let at = tree.nodes.len();
            // What is taken from `unplaced` has not been taken from `source` before.
            let Some(node) = source[index].take() else { continue };
            open.extend(node.children.iter().flatten().rev().map(|child| (child.clone(), Some(at))));
            tree.place(node, parent);
        }
        match source.into_iter().flatten().next() {
            Some(left) => Err(OrgTreeError::NotBelowRoot(left.id)),
            None => Ok(tree),
        }
    }

    fn place(&mut self, node: OrgNode, parent: Option<usize>) {
        let at = self.nodes.len();
        let depth = parent.map_or(0, |parent| self.nodes[parent].depth + 1);
        if let Some(parent) = parent {
            self.nodes[parent].children.push(at);
        }
        self.by_id.insert(node.id.clone(), at);
        self.nodes.push(Placed { node, depth, parent, children: Vec::new() });
    }

    /// The root.
    pub fn root(&self) -> OrgTreeNode<'_> {
        OrgTreeNode { tree: self, at: 0 }
    }

    /// All nodes, each after its parent: the root is the first.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = OrgTreeNode<'_>> {
        (0..self.nodes.len()).map(|at| OrgTreeNode { tree: self, at })
    }

    /// The node of a group.
    pub fn find(&self, group: &GroupId) -> Option<OrgTreeNode<'_>> {
        self.by_id.get(group).map(|at| OrgTreeNode { tree: self, at: *at })
    }
}

/// A node in its tree.
#[derive(Clone, Copy, Debug)]
pub struct OrgTreeNode<'a> {
    tree: &'a OrgTree,
    at: usize,
}

impl<'a> OrgTreeNode<'a> {
    fn placed(self) -> &'a Placed {
        &self.tree.nodes[self.at]
    }

    /// The node as the service sent it.
    pub fn node(self) -> &'a OrgNode {
        &self.placed().node
    }

    /// The number of nodes above; 0 for the root.
    pub fn depth(self) -> usize {
        self.placed().depth
    }

    /// The node directly above; `None` for the root.
    pub fn parent(self) -> Option<OrgTreeNode<'a>> {
        self.placed().parent.map(|at| OrgTreeNode { at, ..self })
    }

    /// The nodes above, from the parent to the root.
    pub fn ancestors(self) -> impl Iterator<Item = OrgTreeNode<'a>> {
        std::iter::successors(self.parent(), |node| node.parent())
    }

    /// The nodes directly below, in the service's order.
    pub fn children(self) -> impl ExactSizeIterator<Item = OrgTreeNode<'a>> {
        self.placed().children.iter().map(move |at| OrgTreeNode { at: *at, ..self })
    }
}

/// The node that says of itself that it is the root.
fn root(nodes: &[OrgNode]) -> Result<GroupId, OrgTreeError> {
    let mut roots = nodes.iter().filter(|node| node.root == Some(true)).map(|node| node.id.clone());
    match (roots.next(), roots.next()) {
        (None, _) => Err(OrgTreeError::NoRoot),
        (_, Some(second)) => Err(OrgTreeError::SecondRoot(second)),
        (Some(root), None) => Ok(root),
    }
}
