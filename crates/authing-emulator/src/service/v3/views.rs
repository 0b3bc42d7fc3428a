//! Departments, groups and roles, as the control API and the page have them.

use serde_json::{Value, json};

use crate::state::State;
use crate::state::users::Key;
use crate::state::v3::{Department, Group, Role, Target};
use crate::world::World;

/// As many members are named; all are counted.
const NAMED: usize = 20;

/// The departments of all organizations, each after the one above it.
pub(crate) fn departments(world: &World) -> Vec<Value> {
    let state = world.state();
    let show = |department: &Department| {
        let members = department.members.iter().map(|member| user(&state, &member.user));
        json!({
            "id": department.id,
            "parent": department.parent,
            "organization": department.organization,
            "name": department.name,
            "code": department.code,
            "members": counted(members),
        })
    };
    state.v3.departments.iter().map(show).collect()
}

/// Oldest first.
pub(crate) fn groups(world: &World) -> Vec<Value> {
    let state = world.state();
    let show = |group: &Group| {
        let members = group.members.iter().map(|id| user(&state, id));
        json!({ "code": group.code, "name": group.name, "members": counted(members) })
    };
    state.v3.groups.iter().map(show).collect()
}

/// By namespace; in one, the oldest first.
pub(crate) fn roles(world: &World) -> Vec<Value> {
    let state = world.state();
    let mut roles: Vec<&Role> = state.v3.roles.iter().collect();
    roles.sort_by(|left, right| left.namespace.cmp(&right.namespace));
    let show = |role: &&Role| {
        json!({
            "namespace": role.namespace,
            "code": role.code,
            "name": role.name,
            "enabled": role.enabled,
            "targets": counted(role.assignments.iter().map(|held| target(&state, &held.target))),
        })
    };
    roles.iter().map(show).collect()
}

fn counted(members: impl ExactSizeIterator<Item = Value>) -> Value {
    json!({ "count": members.len(), "first": members.take(NAMED).collect::<Vec<_>>() })
}

fn user(state: &State, id: &str) -> Value {
    json!(state.users.find(Key::Id(id)).map_or(id, |user| user.label()))
}

fn target(state: &State, target: &Target) -> Value {
    let (kind, name) = match target {
        Target::User(id) => ("USER", user(state, id)),
        Target::Role(namespace_and_code) => ("ROLE", json!(namespace_and_code)),
        Target::Group(code) => ("GROUP", json!(code)),
        Target::Department(id) => {
            ("DEPARTMENT", json!(state.v3.departments.find(id).map_or(id, |department| &department.name)))
        }
    };
    json!({ "targetType": kind, "name": name })
}
