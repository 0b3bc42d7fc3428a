//! Role-based access: the owner makes permissions, roles and groups and says what belongs to what; a user reads what is theirs.

use authing_core::account::{ListUserGroups, ListUserPermissions, ListUserRoles};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::{BAD_REQUEST, ErrorResponse};
use crate::service::rbac::{self, Members};
use crate::service::{lists, pools};
use crate::state::rbac::Kind;

/// The root fields of this area, and the resolver of each.
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
    let items = rbac::of_user(call.world, &id, kind)?;
    let mut answer = lists::whole(items.iter().map(|item| rbac::to_json(call.world, item)));
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

#[derive(Deserialize)]
struct Input<T> {
    input: T,
}

fn create(call: &Call<'_>, kind: Kind) -> Result<Value, ErrorResponse> {
    let Input { input } = call.read::<Input<Create>>()?;
    pools::check(call.world, input.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    call.caller.must_be_owner()?;
    let item = rbac::create(call.world, kind, input.name.ok_or(BAD_REQUEST)?, input.description);
    Ok(rbac::to_json(call.world, &item))
}

fn add_member(call: &Call<'_>, member: Kind, of: Kind) -> Result<Value, ErrorResponse> {
    call.caller.must_be_owner()?;
    let Input { input } = call.read::<Input<Value>>()?;
    rbac::add(call.world, &members(&input, member, of)?)
}

fn remove_member(call: &Call<'_>, member: Kind, of: Kind) -> Result<Value, ErrorResponse> {
    call.caller.must_be_owner()?;
    let Input { input } = call.read::<Input<Value>>()?;
    rbac::remove(call.world, &members(&input, member, of)?)
}

/// `userId`, or `userIdList` in the calls whose name ends in `Batch`; and `groupId`.
fn members(input: &Value, kind: Kind, of: Kind) -> Result<Members<'_>, ErrorResponse> {
    let of_id = input[format!("{}Id", word(of))].as_str().ok_or(BAD_REQUEST)?;
    let word = word(kind);
    let ids = match (&input[format!("{word}Id")], &input[format!("{word}IdList")]) {
        (Value::String(id), _) => vec![id.as_str()],
        (_, Value::Array(ids)) => ids.iter().filter_map(Value::as_str).collect(),
        _ => return Err(BAD_REQUEST),
    };
    Ok(Members { kind, ids, of: (of, of_id) })
}

/// The name in the inputs.
fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Permission => "permission",
        Kind::Role => "role",
        Kind::Group => "group",
        Kind::User => "user",
    }
}
