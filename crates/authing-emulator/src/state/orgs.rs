//! Organizations: trees whose nodes are groups.

use std::collections::{BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

/// All organizations, oldest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Orgs(Vec<Org>);

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Org {
    pub(crate) id: String,
    pub(crate) logo: Option<String>,
    /// The root is the first, and each other one comes after its parent.
    pub(crate) nodes: Vec<Node>,
}

/// A group in an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Node {
    pub(crate) group: String,
    pub(crate) parent: Option<String>,
}

impl Orgs {
    pub(crate) fn add(&mut self, org: Org) {
        self.0.push(org);
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Org> {
        self.0.iter().find(|org| org.id == id)
    }

    pub(crate) fn find_mut(&mut self, id: &str) -> Option<&mut Org> {
        self.0.iter_mut().find(|org| org.id == id)
    }

    /// Oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Org> {
        self.0.iter()
    }

    /// Removes an organization; whether there was one.
    pub(crate) fn remove(&mut self, id: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|org| org.id != id);
        self.0.len() < before
    }

    /// Removes a group's nodes with all below them, and the organizations whose root it was.
    pub(crate) fn forget_group(&mut self, group: &str) {
        self.0.retain(|org| !org.is_root(group));
        for org in &mut self.0 {
            org.remove(group);
        }
    }
}

impl Org {
    pub(crate) fn root(&self) -> Option<&str> {
        self.nodes.first().map(|node| node.group.as_str())
    }

    pub(crate) fn is_root(&self, group: &str) -> bool {
        self.root() == Some(group)
    }

    pub(crate) fn has(&self, group: &str) -> bool {
        self.nodes.iter().any(|node| node.group == group)
    }

    /// The nodes directly below.
    pub(crate) fn children<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a str> {
        let below = self.nodes.iter().filter(move |node| node.parent.as_deref() == Some(group));
        below.map(|node| node.group.as_str())
    }

    /// All nodes below, each with its depth below, the nearest first. An imported cycle ends the walk.
    pub(crate) fn below<'a>(&'a self, group: &'a str) -> Vec<(&'a str, usize)> {
        let (mut found, mut seen) = (Vec::new(), BTreeSet::from([group]));
        let mut open = VecDeque::from([(group, 0)]);
        while let Some((parent, depth)) = open.pop_front() {
            for child in self.children(parent).filter(|child| seen.insert(child)) {
                found.push((child, depth + 1));
                open.push_back((child, depth + 1));
            }
        }
        found
    }

    /// Removes a node with all below it.
    pub(crate) fn remove(&mut self, group: &str) {
        let gone: BTreeSet<String> =
            self.below(group).into_iter().map(|(id, _)| id).chain([group]).map(str::to_owned).collect();
        self.nodes.retain(|node| !gone.contains(&node.group));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn company() -> Org {
        let node = |group: &str, parent: Option<&str>| Node { group: group.into(), parent: parent.map(Into::into) };
        let nodes = vec![
            node("all", None),
            node("tech", Some("all")),
            node("sales", Some("all")),
            node("cto", Some("tech")),
            node("a", Some("b")),
            node("b", Some("a")),
        ];
        Org { id: "o".into(), logo: None, nodes }
    }

    #[test]
    fn nodes_below_have_depths_and_a_cycle_ends() {
        assert_eq!(company().below("all"), [("tech", 1), ("sales", 1), ("cto", 2)]);
        assert_eq!(company().below("a"), [("b", 1)]);
    }

    #[test]
    fn removed_node_takes_those_below_with_it() {
        let mut org = company();
        org.remove("tech");
        assert!(!org.has("tech") && !org.has("cto") && org.has("sales"));
    }

    #[test]
    fn removed_root_group_takes_its_organization() {
        let mut orgs = Orgs(vec![company()]);
        orgs.forget_group("cto");
        assert!(!orgs.find("o").expect("a company").has("cto"));
        orgs.forget_group("all");
        assert!(orgs.find("o").is_none());
    }
}
