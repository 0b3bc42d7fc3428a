//! Role-based access: permissions, roles and groups, what belongs to what, and what is a user's.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::errors::{ErrorResponse, NO_SUCH_ROLE, NO_SUCH_USER};
use crate::service::lists;
use crate::state::State;
use crate::state::rbac::{Kind, Rbac, RbacItem, RbacMembership};
use crate::state::users::Key;
use crate::world::World;

/// A user's groups, roles or permissions.
pub(crate) fn of_user(world: &World, id: &str, kind: Kind) -> Result<Vec<RbacItem>, ErrorResponse> {
    let state = world.state();
    state.users.find(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    let ids = match kind {
        Kind::Permission => state.rbac.permissions_of(id),
        Kind::Role => state.rbac.roles_of(id),
        Kind::Group | Kind::User => state.rbac.groups_of(id),
    };
    Ok(ids.iter().filter_map(|id| state.rbac.find(kind, id)).cloned().collect())
}

pub(crate) fn create(world: &World, kind: Kind, name: String, description: Option<String>) -> RbacItem {
    let now = world.now();
    let mut state = world.state();
    let item = RbacItem { kind, id: state.new_id(now), name, description, created_at: now.iso() };
    state.rbac.add(item.clone());
    item
}

/// The members, all of one kind, and the role or group that they belong to.
pub(crate) struct Members<'a> {
    pub(crate) kind: Kind,
    pub(crate) ids: Vec<&'a str>,
    pub(crate) of: (Kind, &'a str),
}

/// Puts members into a role or a group, all or none; the role or group with everything that belongs to it.
pub(crate) fn add(world: &World, members: &Members<'_>) -> Result<Value, ErrorResponse> {
    change(world, members, Rbac::add_member)
}

/// Takes them out again.
pub(crate) fn remove(world: &World, members: &Members<'_>) -> Result<Value, ErrorResponse> {
    change(world, members, |rbac, membership| rbac.remove_member(&membership))
}

fn change(world: &World, members: &Members<'_>, change: fn(&mut Rbac, RbacMembership)) -> Result<Value, ErrorResponse> {
    let Members { kind, ids, of: (of, of_id) } = members;
    let mut state = world.state();
    if !exists(&state, *of, of_id) || !ids.iter().all(|id| exists(&state, *kind, id)) {
        return Err(NO_SUCH_ROLE);
    }
    for id in ids {
        let membership = RbacMembership { member: (*kind, (*id).into()), of: (*of, (*of_id).into()) };
        change(&mut state.rbac, membership);
    }
    whole(world, &state, *of, of_id)
}

fn exists(state: &State, kind: Kind, id: &str) -> bool {
    match kind {
        Kind::User => state.users.find(Key::Id(id)).is_some(),
        _ => state.rbac.find(kind, id).is_some(),
    }
}

/// An item as the service writes it, without what belongs to it.
pub(crate) fn to_json(world: &World, item: &RbacItem) -> Value {
    json!({
        "_id": item.id,
        "userPoolId": world.config.user_pool_id,
        "name": item.name,
        "description": item.description,
        "createdAt": item.created_at,
        "updatedAt": item.created_at,
    })
}

/// A role or a group with everything that belongs to it.
fn whole(world: &World, state: &State, kind: Kind, id: &str) -> Result<Value, ErrorResponse> {
    let item = state.rbac.find(kind, id).ok_or(NO_SUCH_ROLE)?;
    let rbac = &state.rbac;
    let items = |kind: Kind, ids: BTreeSet<&str>| {
        lists::whole(ids.into_iter().filter_map(|id| rbac.find(kind, id)).map(|item| to_json(world, item)))
    };
    let roles = rbac.members(Kind::Role, kind, id);
    let through_roles = roles.iter().flat_map(|role| rbac.members(Kind::Permission, Kind::Role, role));
    let permissions = rbac.members(Kind::Permission, kind, id).into_iter().chain(through_roles).collect();
    let users = rbac.members(Kind::User, kind, id).into_iter().filter_map(|id| state.users.find(Key::Id(id)));
    let mut answer = to_json(world, item);
    answer["permissions"] = items(Kind::Permission, permissions);
    answer["users"] = lists::whole(users.map(|user| user.to_json(&world.config.user_pool_id)));
    answer["roles"] = items(Kind::Role, roles);
    Ok(answer)
}
