//! The rules of role-based access: which objects exist, who belongs to them, and what a deletion removes.

use std::collections::BTreeSet;

use crate::errors::{ErrorResponse, NO_SUCH_GROUP, NO_SUCH_PERMISSION, NO_SUCH_RBAC_ROLE, NO_SUCH_USER};
use crate::state::State;
use crate::state::rbac::{Kind, RbacItem, RbacMembership};
use crate::state::users::Key;
use crate::world::World;

/// A new permission, role or group. Several may have one name.
pub(crate) fn create(world: &World, kind: Kind, name: String, description: Option<String>) -> RbacItem {
    let now = world.now();
    let mut state = world.state();
    let (id, created_at) = (state.new_id(now), now.iso());
    state.rbac.add(RbacItem { kind, id, name, description, created_at, updated_at: None }).clone()
}

/// Changes what is given; the rest stays.
pub(crate) fn update(
    world: &World,
    kind: Kind,
    id: &str,
    name: Option<String>,
    description: Option<String>,
) -> Result<RbacItem, ErrorResponse> {
    let mut state = world.state();
    let item = state.rbac.find_mut(kind, id).ok_or(not_found(kind))?;
    item.name = name.unwrap_or_else(|| item.name.clone());
    item.description = description.or(item.description.take());
    item.updated_at = Some(world.now().iso());
    Ok(item.clone())
}

/// Removes all of them with their ties, or none if one does not exist. A group's node goes with it.
pub(crate) fn delete(world: &World, kind: Kind, ids: &[String]) -> Result<(), ErrorResponse> {
    let mut state = world.state();
    check(&state, kind, ids.iter().map(String::as_str))?;
    for id in ids {
        state.rbac.remove(kind, id);
        if kind == Kind::Group {
            state.orgs.forget_group(id);
        }
    }
    Ok(())
}

/// Puts all of them into a role or a group, or takes them out; none of them if one does not exist.
pub(crate) fn relate(
    state: &mut State,
    change: Change,
    (member, ids): (Kind, &[&str]),
    of: (Kind, &str),
) -> Result<(), ErrorResponse> {
    check(state, of.0, [of.1])?;
    check(state, member, ids.iter().copied())?;
    for id in ids {
        let membership = RbacMembership { member: (member, (*id).to_owned()), of: (of.0, of.1.to_owned()) };
        match change {
            Change::Add => state.rbac.add_member(membership),
            Change::Remove => state.rbac.remove_member(&membership),
        }
    }
    Ok(())
}

/// What becomes of memberships.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change {
    Add,
    Remove,
}

/// The ids of a group's or a role's own things, oldest first. A group's permissions are those of its roles.
pub(crate) fn members<'a>(state: &'a State, kind: Kind, of: (Kind, &str)) -> BTreeSet<&'a str> {
    let rbac = &state.rbac;
    match (kind, of.0) {
        (Kind::Permission, Kind::Group) => rbac.permissions_of_roles(rbac.members(Kind::Role, of.0, of.1)),
        _ => rbac.members(kind, of.0, of.1),
    }
}

/// The ids of a user's groups; of their own roles and those of their groups; of all that these permit.
pub(crate) fn of_user<'a>(state: &'a State, kind: Kind, user: &str) -> BTreeSet<&'a str> {
    let rbac = &state.rbac;
    match kind {
        Kind::Permission => rbac.permissions_of_roles(rbac.roles_of(user)),
        Kind::Role => rbac.roles_of(user),
        Kind::Group | Kind::User => rbac.groups_of(user),
    }
}

pub(crate) fn find<'a>(state: &'a State, kind: Kind, id: &str) -> Result<&'a RbacItem, ErrorResponse> {
    state.rbac.find(kind, id).ok_or(not_found(kind))
}

/// Rejects the first that does not exist.
pub(crate) fn check<'a>(
    state: &State,
    kind: Kind,
    ids: impl IntoIterator<Item = &'a str>,
) -> Result<(), ErrorResponse> {
    let exists = |id: &str| match kind {
        Kind::User => state.users.find(Key::Id(id)).is_some(),
        _ => state.rbac.find(kind, id).is_some(),
    };
    if ids.into_iter().all(exists) { Ok(()) } else { Err(not_found(kind)) }
}

const fn not_found(kind: Kind) -> ErrorResponse {
    match kind {
        Kind::Permission => NO_SUCH_PERMISSION,
        Kind::Role => NO_SUCH_RBAC_ROLE,
        Kind::Group => NO_SUCH_GROUP,
        Kind::User => NO_SUCH_USER,
    }
}
