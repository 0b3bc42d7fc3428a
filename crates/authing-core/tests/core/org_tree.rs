//! An organization's nodes as a tree, and nodes that are none.

use authing_core::GroupId;
use authing_core::types::{Org, OrgTreeError};
use serde_json::{Value, json};

/// An organization of nodes, each with its children; the first is the root.
fn org(nodes: &[(&str, &[&str])]) -> Org {
    let node =
        |(at, (id, children)): (usize, &(&str, &[&str]))| json!({ "_id": id, "children": children, "root": at == 0 });
    let nodes: Vec<Value> = nodes.iter().enumerate().map(node).collect();
    serde_json::from_value(json!({ "_id": "o", "nodes": nodes })).unwrap()
}

fn error(nodes: &[(&str, &[&str])]) -> OrgTreeError {
    org(nodes).tree().unwrap_err()
}

fn id(id: &str) -> GroupId {
    GroupId::from(id)
}

#[test]
fn nodes_come_after_their_parents_in_the_services_order() {
    let company =
        org(&[("all", &["tech", "sales"]), ("cto", &[]), ("tech", &["cto"]), ("sales", &["head"]), ("head", &[])]);
    let tree = company.tree().unwrap();
    let nodes: Vec<_> = tree.nodes().map(|node| (node.node().id.as_str(), node.depth())).collect();
    assert_eq!(nodes, [("all", 0), ("tech", 1), ("cto", 2), ("sales", 1), ("head", 2)]);
    let children: Vec<_> = tree.root().children().map(|node| node.node().id.as_str()).collect();
    assert_eq!(children, ["tech", "sales"]);
}

#[test]
fn node_knows_its_ancestors() {
    let tree = org(&[("all", &["tech"]), ("tech", &["cto"]), ("cto", &[])]).tree().unwrap();
    let cto = tree.find(&id("cto")).unwrap();
    let above: Vec<_> = cto.ancestors().map(|node| node.node().id.as_str()).collect();
    assert_eq!(above, ["tech", "all"]);
    assert!(tree.root().parent().is_none());
    assert!(tree.find(&id("absent")).is_none());
}

#[test]
fn tree_of_100_000_levels_needs_no_stack() {
    let names: Vec<String> = (0..100_000).map(|at| format!("n{at}")).collect();
    let nodes: Vec<Value> = (0..names.len())
        .map(|at| json!({ "_id": names[at], "root": at == 0, "children": names.get(at + 1).as_slice() }))
        .collect();
    let company: Org = serde_json::from_value(json!({ "_id": "o", "nodes": nodes })).unwrap();
    let tree = company.tree().unwrap();
    assert_eq!(tree.nodes().last().unwrap().depth(), 99_999);
    drop(tree.clone());
}

#[test]
fn cycle_is_an_error() {
    assert_eq!(error(&[("all", &["tech"]), ("tech", &["all"])]), OrgTreeError::SecondParent(id("all")));
    assert_eq!(error(&[("all", &["all"])]), OrgTreeError::SecondParent(id("all")));
    assert_eq!(error(&[("all", &[]), ("a", &["b"]), ("b", &["a"])]), OrgTreeError::NotBelowRoot(id("a")));
}

#[test]
fn node_with_two_parents_is_an_error() {
    let nodes: [(&str, &[&str]); 4] = [("all", &["a", "b"]), ("a", &["c"]), ("b", &["c"]), ("c", &[])];
    assert_eq!(error(&nodes), OrgTreeError::SecondParent(id("c")));
}

#[test]
fn child_that_is_no_node_is_an_error() {
    assert_eq!(error(&[("all", &["gone"])]), OrgTreeError::UnknownChild(id("gone")));
}

#[test]
fn two_nodes_of_one_id_are_an_error() {
    assert_eq!(error(&[("all", &["a"]), ("a", &[]), ("a", &[])]), OrgTreeError::DuplicateNode(id("a")));
}

#[test]
fn organization_has_exactly_one_root() {
    assert_eq!(error(&[]), OrgTreeError::NoRoot);
    let two = json!({ "_id": "o", "nodes": [{ "_id": "a", "root": true }, { "_id": "b", "root": true }] });
    let company: Org = serde_json::from_value(two).unwrap();
    assert_eq!(company.tree().unwrap_err(), OrgTreeError::SecondRoot(id("b")));
}
