//! Roles, which the protocol also calls groups: make them, say what they permit, give them to users.

use authing_core::management::{
    AssignRole, CreateRole, ListRoles, ListUserPermissionsByRole, ListUsersByRole, RemoveRole, UpdateRolePermissions,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::{ErrorResponse, NO_SUCH_ROLE};
use crate::service::{lists, pools, roles};
use crate::state::State;
use crate::state::roles::Member;
use crate::state::users::Key;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<AssignRole>(assign),
    answers::<ListRoles>(list),
    answers::<CreateRole>(create),
    answers::<ListUserPermissionsByRole>(of_user),
    answers::<RemoveRole>(revoke),
    answers::<UpdateRolePermissions>(update),
    answers::<ListUsersByRole>(members),
];

/// The owner's call, in the owner's pool.
fn owners(call: &Call<'_>, pool: &str) -> Result<(), ErrorResponse> {
    pools::check(call.world, pool)?;
    call.caller.must_be_owner()
}

#[derive(Deserialize)]
struct Create {
    name: String,
    client: String,
    descriptions: Option<String>,
}

fn create(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Create { name, client, descriptions } = call.read()?;
    owners(call, &client)?;
    Ok(roles::create(call.world, name, descriptions).to_json(call.pool()))
}

#[derive(Deserialize)]
struct Update {
    #[serde(rename = "_id")]
    id: String,
    name: String,
    client: String,
    descriptions: Option<String>,
    permissions: Option<String>,
}

/// What is left out stays as it was.
fn update(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let update: Update = call.read()?;
    owners(call, &update.client)?;
    let role = roles::update(call.world, &update.id, update.name, update.descriptions, update.permissions)?;
    Ok(role.to_json(call.pool()))
}

#[derive(Deserialize)]
struct List {
    client: String,
    #[serde(flatten)]
    page: lists::PageArguments,
}

fn list(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: List = call.read()?;
    owners(call, &asked.client)?;
    let state = call.world.state();
    Ok(asked.page.of(state.roles.all(), 1, |role| role.to_json(call.pool())))
}

#[derive(Deserialize)]
struct Membership {
    group: String,
    client: String,
    user: String,
}

/// Returns all members of the role.
fn assign(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Membership = call.read()?;
    owners(call, &asked.client)?;
    roles::assign(call.world, &asked.group, asked.user)?;
    let state = call.world.state();
    Ok(lists::whole(state.roles.members_of(&asked.group).map(|member| to_json(call, &state, member))))
}

fn revoke(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Membership = call.read()?;
    owners(call, &asked.client)?;
    let member = roles::revoke(call.world, &asked.group, &asked.user)?;
    Ok(to_json(call, &call.world.state(), &member))
}

#[derive(Deserialize)]
struct Members {
    client: String,
    group: String,
    #[serde(flatten)]
    page: lists::PageArguments,
}

/// Any user who is logged in may ask: the Web client sends the user's token with this.
fn members(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Members = call.read()?;
    pools::check(call.world, &asked.client)?;
    if !call.caller.is_owner() {
        call.caller.user()?;
    }
    let state = call.world.state();
    state.roles.find(&asked.group).ok_or(NO_SUCH_ROLE)?;
    Ok(asked.page.of(state.roles.members_of(&asked.group), 1, |member| to_json(call, &state, member)))
}

#[derive(Deserialize)]
struct OfUser {
    user: String,
    client: String,
}

/// A user's roles, with what they permit.
fn of_user(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: OfUser = call.read()?;
    owners(call, &asked.client)?;
    let state = call.world.state();
    Ok(lists::whole(state.roles.roles_of(&asked.user).map(|member| to_json(call, &state, member))))
}

fn to_json(call: &Call<'_>, state: &State, member: &Member) -> Value {
    let user = state.users.find(Key::Id(&member.user)).map(|user| user.to_json(call.pool()));
    let role = state.roles.find(&member.role).map(|role| role.to_json(call.pool()));
    json!({
        "_id": member.id,
        "user": user,
        "group": role,
        "client": { "_id": call.pool() },
        "createdAt": member.created_at,
    })
}
