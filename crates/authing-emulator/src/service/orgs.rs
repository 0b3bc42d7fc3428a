//! The rules of organizations: a node is a group, and is in an organization once.

use serde_json::Value;

use crate::errors::{ErrorResponse, NO_SUCH_NODE, NO_SUCH_ORG, NODE_EXISTS, ROOT_STAYS};
use crate::service::{rbac, users};
use crate::state::orgs::{Node, Org};
use crate::state::rbac::Kind;
use crate::world::World;

pub(crate) fn create(world: &World, root: String, logo: Option<String>) -> Result<String, ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    rbac::check(&state, Kind::Group, [root.as_str()])?;
    let id = state.new_id(now);
    state.orgs.add(Org { id: id.clone(), logo, nodes: vec![Node { group: root, parent: None }] });
    Ok(id)
}

pub(crate) fn delete(world: &World, id: &str) -> Result<(), ErrorResponse> {
    if world.state().orgs.remove(id) { Ok(()) } else { Err(NO_SUCH_ORG) }
}

pub(crate) fn add_node(world: &World, org: &str, group: String, parent: String) -> Result<(), ErrorResponse> {
    let mut state = world.state();
    rbac::check(&state, Kind::Group, [group.as_str()])?;
    let org = state.orgs.find_mut(org).ok_or(NO_SUCH_ORG)?;
    if !org.has(&parent) {
        return Err(NO_SUCH_NODE);
    }
    if org.has(&group) {
        return Err(NODE_EXISTS);
    }
    org.nodes.push(Node { group, parent: Some(parent) });
    Ok(())
}

/// Removes a node with all below it.
pub(crate) fn remove_node(world: &World, org: &str, group: &str) -> Result<(), ErrorResponse> {
    let mut state = world.state();
    let org = state.orgs.find_mut(org).ok_or(NO_SUCH_ORG)?;
    if !org.has(group) {
        return Err(NO_SUCH_NODE);
    }
    if org.is_root(group) {
        return Err(ROOT_STAYS);
    }
    org.remove(group);
    Ok(())
}

/// Users of a node, and of those below it if `deep`, who have the text in any field.
pub(crate) fn search(
    world: &World,
    org: &str,
    node: &str,
    text: &str,
    deep: bool,
) -> Result<Vec<Value>, ErrorResponse> {
    let found = users::search(world, "all", text)?;
    let state = world.state();
    let org = state.orgs.find(org).ok_or(NO_SUCH_ORG)?;
    if !org.has(node) {
        return Err(NO_SUCH_NODE);
    }
    let below = if deep { org.below(node) } else { Vec::new() };
    let groups = below.into_iter().map(|(group, _)| group).chain([node]);
    let members: std::collections::BTreeSet<&str> =
        groups.flat_map(|group| rbac::members(&state, Kind::User, (Kind::Group, group))).collect();
    Ok(found.into_iter().filter(|user| user["_id"].as_str().is_some_and(|id| members.contains(id))).collect())
}
