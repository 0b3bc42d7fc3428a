//! The pool's roles, which the protocol also calls groups: created, changed, given to users.

use crate::errors::{ErrorResponse, NO_SUCH_ROLE, NO_SUCH_USER};
use crate::state::roles::{Member, Role};
use crate::state::users::Key;
use crate::world::World;

pub(crate) fn create(world: &World, name: String, descriptions: Option<String>) -> Role {
    let now = world.now();
    let mut state = world.state();
    let id = state.new_id(now);
    state.roles.add(Role { id, name, descriptions, permissions: None, created_at: now.iso() }).clone()
}

/// Changes a role. What is left out stays as it was.
pub(crate) fn update(
    world: &World,
    id: &str,
    name: String,
    descriptions: Option<String>,
    permissions: Option<String>,
) -> Result<Role, ErrorResponse> {
    let mut state = world.state();
    let role = state.roles.find_mut(id).ok_or(NO_SUCH_ROLE)?;
    role.name = name;
    role.descriptions = descriptions.or_else(|| role.descriptions.take());
    role.permissions = permissions.or_else(|| role.permissions.take());
    Ok(role.clone())
}

/// Gives a role to a user.
pub(crate) fn assign(world: &World, role: &str, user: String) -> Result<(), ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    state.roles.find(role).ok_or(NO_SUCH_ROLE)?;
    state.users.find(Key::Id(&user)).ok_or(NO_SUCH_USER)?;
    let id = state.new_id(now);
    state.roles.assign(Member { id, role: role.into(), user, created_at: now.iso() });
    Ok(())
}

/// Takes a role from a user.
pub(crate) fn revoke(world: &World, role: &str, user: &str) -> Result<Member, ErrorResponse> {
    world.state().roles.revoke(role, user).ok_or(NO_SUCH_ROLE)
}
