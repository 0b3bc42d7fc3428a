//! What belongs to a role or a group: added and removed by the pool's owner, one or several at once.

use authing_core::rbac::{
    AddPermissionToRole, AddPermissionToRoleBatch, AddRoleToGroup, AddRoleToGroupBatch, AddUserToGroup,
    AddUserToGroupBatch, AssignRoleToUser, AssignRoleToUserBatch, RemovePermissionFromRole,
    RemovePermissionFromRoleBatch, RemoveRoleFromGroup, RemoveRoleFromGroupBatch, RemoveUserFromGroup,
    RemoveUserFromGroupBatch, RevokeRoleFromUser, RevokeRoleFromUserBatch,
};
use serde_json::Value;

use super::item;
use crate::errors::{BAD_REQUEST, ErrorResponse};
use crate::graphql::resolver::{Call, Input, Resolver, answers};
use crate::service::pools;
use crate::service::rbac::{self, Change};
use crate::state::rbac::Kind;

/// The root fields of this area, and the resolver of each.
pub(in crate::graphql) const RESOLVERS: &[Resolver] = &[
    answers::<AddPermissionToRole>(|call| relate(call, Change::Add, Kind::Permission, Kind::Role)),
    answers::<AddPermissionToRoleBatch>(|call| relate(call, Change::Add, Kind::Permission, Kind::Role)),
    answers::<AddRoleToGroup>(|call| relate(call, Change::Add, Kind::Role, Kind::Group)),
    answers::<AddRoleToGroupBatch>(|call| relate(call, Change::Add, Kind::Role, Kind::Group)),
    answers::<AddUserToGroup>(|call| relate(call, Change::Add, Kind::User, Kind::Group)),
    answers::<AddUserToGroupBatch>(|call| relate(call, Change::Add, Kind::User, Kind::Group)),
    answers::<AssignRoleToUser>(|call| relate(call, Change::Add, Kind::User, Kind::Role)),
    answers::<AssignRoleToUserBatch>(|call| relate(call, Change::Add, Kind::User, Kind::Role)),
    answers::<RemovePermissionFromRole>(|call| relate(call, Change::Remove, Kind::Permission, Kind::Role)),
    answers::<RemovePermissionFromRoleBatch>(|call| relate(call, Change::Remove, Kind::Permission, Kind::Role)),
    answers::<RemoveRoleFromGroup>(|call| relate(call, Change::Remove, Kind::Role, Kind::Group)),
    answers::<RemoveRoleFromGroupBatch>(|call| relate(call, Change::Remove, Kind::Role, Kind::Group)),
    answers::<RemoveUserFromGroup>(|call| relate(call, Change::Remove, Kind::User, Kind::Group)),
    answers::<RemoveUserFromGroupBatch>(|call| relate(call, Change::Remove, Kind::User, Kind::Group)),
    answers::<RevokeRoleFromUser>(|call| relate(call, Change::Remove, Kind::User, Kind::Role)),
    answers::<RevokeRoleFromUserBatch>(|call| relate(call, Change::Remove, Kind::User, Kind::Role)),
];

/// Changes the members of a role or a group, and returns it.
fn relate(call: &Call<'_>, change: Change, member: Kind, of: Kind) -> Result<Value, ErrorResponse> {
    call.caller.must_be_owner()?;
    let Input { input } = call.read::<Input<Value>>()?;
    pools::check(call.world, input["userPoolId"].as_str().unwrap_or(call.pool()))?;
    let of_id = input[format!("{}Id", word(of))].as_str().ok_or(BAD_REQUEST)?;
    let ids = ids(&input, word(member))?;
    let mut state = call.world.state();
    rbac::relate(&mut state, change, (member, &ids), (of, of_id))?;
    Ok(item(call, &state, rbac::find(&state, of, of_id)?, &call.selection))
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
