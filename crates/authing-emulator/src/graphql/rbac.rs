//! Role-based access: the owner makes permissions, roles and groups and says what belongs to what; a user reads what is theirs.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, whole_list};
use crate::answers::{BAD_REQUEST, NO_SUCH_ROLE, NO_SUCH_USER, Refusal};
use crate::state::State;
use crate::state::rbac::{Kind, Link, Rbac, Thing};
use crate::state::users::Key;

#[derive(Deserialize)]
struct Whose {
    #[serde(rename = "_id")]
    id: String,
}

/// A user's groups, roles or permissions: whole, and by name alone.
pub(super) fn of_user(call: &Call<'_>, kind: Kind) -> Result<Value, Refusal> {
    let Whose { id } = call.read()?;
    let id = call.whose(Some(id))?;
    let state = call.world.state();
    state.users.find(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    let ids = match kind {
        Kind::Permission => state.rbac.permissions_of(&id),
        Kind::Role => state.rbac.roles_of(&id),
        Kind::Group | Kind::User => state.rbac.groups_of(&id),
    };
    let things: Vec<&Thing> = ids.iter().filter_map(|id| state.rbac.find(kind, id)).collect();
    let mut answer = whole_list(things.iter().map(|thing| plain(call, thing)));
    answer["rawList"] = things.iter().map(|thing| json!(thing.name)).collect();
    Ok(answer)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    user_pool_id: Option<String>,
    name: Option<String>,
    description: Option<String>,
}

pub(super) fn create(call: &Call<'_>, kind: Kind) -> Result<Value, Refusal> {
    let Input { input } = call.read::<Input<Create>>()?;
    call.world.check_pool(input.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    call.caller.must_be_owner()?;
    let now = call.world.now();
    let mut state = call.world.state();
    let (id, created_at) = (state.new_id(now), now.iso());
    let thing = Thing { kind, id, name: input.name.ok_or(BAD_REQUEST)?, description: input.description, created_at };
    let answer = plain(call, &thing);
    state.rbac.add(thing);
    Ok(answer)
}

#[derive(Deserialize)]
struct Input<T> {
    input: T,
}

/// Puts one or several into a role or a group; answers that.
pub(super) fn put(call: &Call<'_>, member: Kind, of: Kind) -> Result<Value, Refusal> {
    relate(call, member, of, Rbac::link)
}

/// Takes them out again.
pub(super) fn take(call: &Call<'_>, member: Kind, of: Kind) -> Result<Value, Refusal> {
    relate(call, member, of, |rbac, link| rbac.unlink(&link))
}

fn relate(call: &Call<'_>, member: Kind, of: Kind, change: fn(&mut Rbac, Link)) -> Result<Value, Refusal> {
    call.caller.must_be_owner()?;
    let Input { input } = call.read::<Input<Value>>()?;
    let of_id = input[format!("{}Id", word(of))].as_str().ok_or(BAD_REQUEST)?;
    let ids = ids(&input, word(member))?;
    let mut state = call.world.state();
    if !exists(&state, of, of_id) || !ids.iter().all(|id| exists(&state, member, id)) {
        return Err(NO_SUCH_ROLE);
    }
    for id in ids {
        change(&mut state.rbac, Link { member: (member, id.into()), of: (of, of_id.into()) });
    }
    whole(call, &state, of, of_id)
}

/// `userId`, or `userIdList` in the calls whose name ends in `Batch`.
fn ids<'a>(input: &'a Value, word: &str) -> Result<Vec<&'a str>, Refusal> {
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

fn plain(call: &Call<'_>, thing: &Thing) -> Value {
    json!({
        "_id": thing.id,
        "userPoolId": call.pool(),
        "name": thing.name,
        "description": thing.description,
        "createdAt": thing.created_at,
        "updatedAt": thing.created_at,
    })
}

/// A role or a group with everything that belongs to it.
fn whole(call: &Call<'_>, state: &State, kind: Kind, id: &str) -> Result<Value, Refusal> {
    let thing = state.rbac.find(kind, id).ok_or(NO_SUCH_ROLE)?;
    let rbac = &state.rbac;
    let things = |kind: Kind, ids: BTreeSet<&str>| {
        whole_list(ids.into_iter().filter_map(|id| rbac.find(kind, id)).map(|thing| plain(call, thing)))
    };
    let roles = rbac.members(Kind::Role, kind, id);
    let through_roles = roles.iter().flat_map(|role| rbac.members(Kind::Permission, Kind::Role, role));
    let permissions = rbac.members(Kind::Permission, kind, id).into_iter().chain(through_roles).collect();
    let users = rbac.members(Kind::User, kind, id).into_iter().filter_map(|id| state.users.find(Key::Id(id)));
    let mut answer = plain(call, thing);
    answer["permissions"] = things(Kind::Permission, permissions);
    answer["users"] = whole_list(users.map(|user| user.to_json(call.pool())));
    answer["roles"] = things(Kind::Role, roles);
    Ok(answer)
}
