//! Role-based access: the owner makes permissions, roles and groups and says what belongs to what; a user reads what is theirs.

use std::collections::BTreeSet;

use authing_core::account::{ListUserGroups, ListUserPermissions, ListUserRoles};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers, whole_list};
use crate::errors::{BAD_REQUEST, ErrorResponse, NO_SUCH_ROLE, NO_SUCH_USER};
use crate::service::pools;
use crate::state::State;
use crate::state::rbac::{Kind, Rbac, RbacItem, RbacMembership};
use crate::state::users::Key;

/// The root fields of this area, and what answers them.
pub(super) const RESOLVERS: &[Resolver] = &[
    ("addPermissionToRBACRole", |call| add_member(call, Kind::Permission, Kind::Role)),
    ("addPermissionToRBACRoleBatch", |call| add_member(call, Kind::Permission, Kind::Role)),
    ("addRoleToRBACGroup", |call| add_member(call, Kind::Role, Kind::Group)),
    ("addRoleToRBACGroupBatch", |call| add_member(call, Kind::Role, Kind::Group)),
    ("addUserToRBACGroup", |call| add_member(call, Kind::User, Kind::Group)),
    ("addUserToRBACGroupBatch", |call| add_member(call, Kind::User, Kind::Group)),
    ("assignRBACRoleToUser", |call| add_member(call, Kind::User, Kind::Role)),
    ("assignRBACRoleToUserBatch", |call| add_member(call, Kind::User, Kind::Role)),
    ("createRBACGroup", |call| create(call, Kind::Group)),
    ("createRBACPermission", |call| create(call, Kind::Permission)),
    ("createRBACRole", |call| create(call, Kind::Role)),
    ("removePermissionFromRBACRole", |call| remove_member(call, Kind::Permission, Kind::Role)),
    ("removePermissionFromRBACRoleBatch", |call| remove_member(call, Kind::Permission, Kind::Role)),
    ("removeRoleFromRBACGroup", |call| remove_member(call, Kind::Role, Kind::Group)),
    ("removeRoleFromRBACGroupBatch", |call| remove_member(call, Kind::Role, Kind::Group)),
    ("removeUserFromRBACGroup", |call| remove_member(call, Kind::User, Kind::Group)),
    ("removeUserFromRBACGroupBatch", |call| remove_member(call, Kind::User, Kind::Group)),
    ("revokeRBACRoleFromUser", |call| remove_member(call, Kind::User, Kind::Role)),
    ("revokeRBACRoleFromUserBatch", |call| remove_member(call, Kind::User, Kind::Role)),
    answers::<ListUserGroups>(|call| of_user(call, Kind::Group)),
    answers::<ListUserPermissions>(|call| of_user(call, Kind::Permission)),
    answers::<ListUserRoles>(|call| of_user(call, Kind::Role)),
];

#[derive(Deserialize)]
struct TargetUser {
    #[serde(rename = "_id")]
    id: String,
}

/// A user's groups, roles or permissions: whole, and by name alone.
fn of_user(call: &Call<'_>, kind: Kind) -> Result<Value, ErrorResponse> {
    let TargetUser { id } = call.read()?;
    let id = call.caller.target_user(Some(id))?;
    let state = call.world.state();
    state.users.find(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    let ids = match kind {
        Kind::Permission => state.rbac.permissions_of(&id),
        Kind::Role => state.rbac.roles_of(&id),
        Kind::Group | Kind::User => state.rbac.groups_of(&id),
    };
    let items: Vec<&RbacItem> = ids.iter().filter_map(|id| state.rbac.find(kind, id)).collect();
    let mut answer = whole_list(items.iter().map(|item| plain(call, item)));
    answer["rawList"] = items.iter().map(|item| json!(item.name)).collect();
    Ok(answer)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    user_pool_id: Option<String>,
    name: Option<String>,
    description: Option<String>,
}

fn create(call: &Call<'_>, kind: Kind) -> Result<Value, ErrorResponse> {
    let Input { input } = call.read::<Input<Create>>()?;
    pools::check(call.world, input.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    call.caller.must_be_owner()?;
    let now = call.world.now();
    let mut state = call.world.state();
    let (id, created_at) = (state.new_id(now), now.iso());
    let item = RbacItem { kind, id, name: input.name.ok_or(BAD_REQUEST)?, description: input.description, created_at };
    let answer = plain(call, &item);
    state.rbac.add(item);
    Ok(answer)
}

#[derive(Deserialize)]
struct Input<T> {
    input: T,
}

/// Puts one or several into a role or a group; answers that.
fn add_member(call: &Call<'_>, member: Kind, of: Kind) -> Result<Value, ErrorResponse> {
    relate(call, member, of, Rbac::add_member)
}

/// Takes them out again.
fn remove_member(call: &Call<'_>, member: Kind, of: Kind) -> Result<Value, ErrorResponse> {
    relate(call, member, of, |rbac, membership| rbac.remove_member(&membership))
}

fn relate(
    call: &Call<'_>,
    member: Kind,
    of: Kind,
    change: fn(&mut Rbac, RbacMembership),
) -> Result<Value, ErrorResponse> {
    call.caller.must_be_owner()?;
    let Input { input } = call.read::<Input<Value>>()?;
    let of_id = input[format!("{}Id", word(of))].as_str().ok_or(BAD_REQUEST)?;
    let ids = ids(&input, word(member))?;
    let mut state = call.world.state();
    if !exists(&state, of, of_id) || !ids.iter().all(|id| exists(&state, member, id)) {
        return Err(NO_SUCH_ROLE);
    }
    for id in ids {
        change(&mut state.rbac, RbacMembership { member: (member, id.into()), of: (of, of_id.into()) });
    }
    whole(call, &state, of, of_id)
}

/// `userId`, or `userIdList` in the calls whose name ends in `Batch`.
fn ids<'a>(input: &'a Value, word: &str) -> Result<Vec<&'a str>, ErrorResponse> {
    match (&input[format!("{word}Id")], &input[format!("{word}IdList")]) {
        (Value::String(id), _) => Ok(vec![id]),
        (_, Value::Array(ids)) => Ok(ids.iter().filter_map(Value::as_str).collect()),
        _ => Err(BAD_REQUEST),
    }
}

/// What the inputs call it.
fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Permission => "permission",
        Kind::Role => "role",
        Kind::Group => "group",
        Kind::User => "user",
    }
}

fn exists(state: &State, kind: Kind, id: &str) -> bool {
    match kind {
        Kind::User => state.users.find(Key::Id(id)).is_some(),
        _ => state.rbac.find(kind, id).is_some(),
    }
}

fn plain(call: &Call<'_>, item: &RbacItem) -> Value {
    json!({
        "_id": item.id,
        "userPoolId": call.pool(),
        "name": item.name,
        "description": item.description,
        "createdAt": item.created_at,
        "updatedAt": item.created_at,
    })
}

/// A role or a group with everything that belongs to it.
fn whole(call: &Call<'_>, state: &State, kind: Kind, id: &str) -> Result<Value, ErrorResponse> {
    let item = state.rbac.find(kind, id).ok_or(NO_SUCH_ROLE)?;
    let rbac = &state.rbac;
    let items = |kind: Kind, ids: BTreeSet<&str>| {
        whole_list(ids.into_iter().filter_map(|id| rbac.find(kind, id)).map(|item| plain(call, item)))
    };
    let roles = rbac.members(Kind::Role, kind, id);
    let through_roles = roles.iter().flat_map(|role| rbac.members(Kind::Permission, Kind::Role, role));
    let permissions = rbac.members(Kind::Permission, kind, id).into_iter().chain(through_roles).collect();
    let users = rbac.members(Kind::User, kind, id).into_iter().filter_map(|id| state.users.find(Key::Id(id)));
    let mut answer = plain(call, item);
    answer["permissions"] = items(Kind::Permission, permissions);
    answer["users"] = whole_list(users.map(|user| user.to_json(call.pool())));
    answer["roles"] = items(Kind::Role, roles);
    Ok(answer)
}
