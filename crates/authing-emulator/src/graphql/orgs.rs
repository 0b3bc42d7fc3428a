//! Organizations, for the pool's owner: trees whose nodes are groups.

use authing_core::organizations::{
    AddOrgNode, CheckOrgRootNode, CreateOrg, DeleteOrg, GetOrg, GetOrgRootNode, ListOrgChildNodes, ListOrgs,
    RemoveOrgNode, SearchOrgNodeUsers,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::rbac::{item, plain};
use super::resolver::{Call, Input, Resolver, answers, done};
use crate::errors::{BAD_REQUEST, ErrorResponse, NO_SUCH_NODE, NO_SUCH_ORG};
use crate::service::{lists, orgs, pools, rbac};
use crate::state::State;
use crate::state::orgs::{Node, Org};
use crate::state::rbac::Kind;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<AddOrgNode>(add_node),
    answers::<CheckOrgRootNode>(is_root),
    answers::<CreateOrg>(create),
    answers::<DeleteOrg>(delete),
    answers::<GetOrg>(get),
    answers::<GetOrgRootNode>(root),
    answers::<ListOrgChildNodes>(below),
    answers::<ListOrgs>(list),
    answers::<RemoveOrgNode>(remove_node),
    answers::<SearchOrgNodeUsers>(search),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    root_group_id: Option<String>,
    user_pool_id: Option<String>,
    logo: Option<String>,
}

fn create(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Input { input } = call.read::<Input<Create>>()?;
    pools::check(call.world, input.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    call.caller.must_be_owner()?;
    let id = orgs::create(call.world, input.root_group_id.ok_or(BAD_REQUEST)?, input.logo)?;
    read(call, &id)
}

#[derive(Deserialize)]
struct Id {
    #[serde(rename = "_id")]
    id: String,
}

fn get(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Id { id } = call.read()?;
    call.caller.must_be_owner()?;
    read(call, &id)
}

fn delete(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Id { id } = call.read()?;
    call.caller.must_be_owner()?;
    orgs::delete(call.world, &id)?;
    Ok(done("删除成功"))
}

fn root(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Id { id } = call.read()?;
    call.caller.must_be_owner()?;
    let state = call.world.state();
    let root = state.orgs.find(&id).ok_or(NO_SUCH_ORG)?.root().ok_or(NO_SUCH_NODE)?;
    Ok(item(call, &state, rbac::find(&state, Kind::Group, root)?, &call.selection))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct List {
    user_pool_id: String,
}

fn list(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let List { user_pool_id } = call.read()?;
    pools::check(call.world, &user_pool_id)?;
    call.caller.must_be_owner()?;
    let state = call.world.state();
    Ok(lists::whole(state.orgs.iter().map(|org| view(call, &state, org))))
}

/// A node of an organization, in the input of four calls.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OrgNode {
    org_id: Option<String>,
    group_id: Option<String>,
    parent_group_id: Option<String>,
}

impl OrgNode {
    fn read(call: &Call<'_>) -> Result<(String, String, Option<String>), ErrorResponse> {
        let Input { input } = call.read::<Input<Self>>()?;
        call.caller.must_be_owner()?;
        Ok((input.org_id.ok_or(BAD_REQUEST)?, input.group_id.ok_or(BAD_REQUEST)?, input.parent_group_id))
    }
}

fn is_root(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let (org, group, _) = OrgNode::read(call)?;
    let state = call.world.state();
    Ok(json!(state.orgs.find(&org).ok_or(NO_SUCH_ORG)?.is_root(&group)))
}

fn below(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let (org, group, _) = OrgNode::read(call)?;
    let state = call.world.state();
    let org = state.orgs.find(&org).ok_or(NO_SUCH_ORG)?;
    if !org.has(&group) {
        return Err(NO_SUCH_NODE);
    }
    let node = |(id, depth): (&str, usize)| {
        let group = state.rbac.find(Kind::Group, id)?;
        Some(json!({ "group": plain(call, group), "depth": depth }))
    };
    Ok(org.below(&group).into_iter().filter_map(node).collect())
}

fn add_node(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let (org, group, parent) = OrgNode::read(call)?;
    orgs::add_node(call.world, &org, group, parent.ok_or(BAD_REQUEST)?)?;
    read(call, &org)
}

fn remove_node(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let (org, group, _) = OrgNode::read(call)?;
    orgs::remove_node(call.world, &org, &group)?;
    read(call, &org)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Search {
    org_id: String,
    node_id: String,
    query: String,
    include_children_nodes: Option<bool>,
}

fn search(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Search = call.read()?;
    call.caller.must_be_owner()?;
    let deep = asked.include_children_nodes.unwrap_or(false);
    let found = orgs::search(call.world, &asked.org_id, &asked.node_id, &asked.query, deep)?;
    Ok(lists::whole(found.into_iter()))
}

fn read(call: &Call<'_>, id: &str) -> Result<Value, ErrorResponse> {
    let state = call.world.state();
    Ok(view(call, &state, state.orgs.find(id).ok_or(NO_SUCH_ORG)?))
}

fn view(call: &Call<'_>, state: &State, org: &Org) -> Value {
    let nodes: Value = org.nodes.iter().filter_map(|node| node_view(call, state, org, node)).collect();
    json!({ "_id": org.id, "logo": org.logo, "nodes": nodes })
}

/// A node has its group's name and dates.
fn node_view(call: &Call<'_>, state: &State, org: &Org, node: &Node) -> Option<Value> {
    let mut view = plain(call, state.rbac.find(Kind::Group, &node.group)?);
    view["children"] = org.children(&node.group).collect();
    view["root"] = json!(org.is_root(&node.group));
    Some(view)
}
