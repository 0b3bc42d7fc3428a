//! Roles in namespaces.

use serde::Deserialize;
use serde_json::{Value, json};

use super::error::V3Error;
use super::members::{self, Shown};
use super::page::Page;
use super::rights::{self, NamedTarget};
use super::{Outcome, done, input};
use crate::state::v3::{Assignment, DEFAULT_NAMESPACE, Role, Target};
use crate::world::World;

/// A role by namespace and code.
#[derive(Deserialize)]
pub(crate) struct Named {
    code: String,
    namespace: Option<String>,
}

impl Named {
    fn namespace(&self) -> &str {
        self.namespace.as_deref().unwrap_or(DEFAULT_NAMESPACE)
    }
}

fn not_found() -> V3Error {
    V3Error::not_found("code")
}

fn show(role: &Role) -> Value {
    json!({
        "id": role.id,
        "code": role.code,
        "name": role.name,
        "description": role.description,
        "namespace": role.namespace,
        "namespaceName": role.namespace,
        "status": if role.enabled { "ENABLE" } else { "DISABLE" },
        "disableTime": role.disable_time,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Create {
    code: String,
    name: Option<String>,
    namespace: Option<String>,
    description: Option<String>,
    #[serde(default, deserialize_with = "input::number")]
    disable_time: Option<i64>,
}

pub(crate) fn create(world: &World, request: &Create) -> Outcome {
    check_code(&request.code)?;
    let namespace = request.namespace.clone().unwrap_or_else(|| DEFAULT_NAMESPACE.into());
    let now = world.now();
    let mut state = world.state();
    if state.v3.roles.find(&namespace, &request.code).is_some() {
        return Err(V3Error::conflict("code"));
    }
    let role = Role {
        id: state.new_id(now),
        name: request.name.clone().unwrap_or_else(|| request.code.clone()),
        code: request.code.clone(),
        namespace,
        description: request.description.clone().unwrap_or_default(),
        enabled: true,
        disable_time: request.disable_time,
        custom_data: serde_json::Map::new(),
        assignments: Vec::new(),
    };
    let shown = show(&role);
    state.v3.roles.add(role);
    Ok(shown)
}

/// Letters, digits, `-` and `_`, as the documentation has it.
pub(super) fn check_code(code: &str) -> Result<(), V3Error> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    if (1..=50).contains(&code.len()) && code.bytes().all(is_plain) { Ok(()) } else { Err(V3Error::malformed("code")) }
}

pub(crate) fn get(world: &World, request: &Named) -> Outcome {
    let state = world.state();
    state.v3.roles.find(request.namespace(), &request.code).map(show).ok_or_else(not_found)
}

#[derive(Deserialize)]
pub(crate) struct List {
    namespace: Option<String>,
    keywords: Option<String>,
    #[serde(flatten)]
    page: Page,
}

/// Of one namespace, or of all.
pub(crate) fn list(world: &World, request: &List) -> Outcome {
    let state = world.state();
    let keywords = request.keywords.as_deref().unwrap_or_default();
    let is_wanted = |role: &&Role| {
        request.namespace.as_ref().is_none_or(|namespace| *namespace == role.namespace)
            && (role.code.contains(keywords) || role.name.contains(keywords))
    };
    let roles: Vec<&Role> = state.v3.roles.iter().filter(is_wanted).collect();
    request.page.of(&roles, |role| show(role))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Update {
    #[serde(flatten)]
    role: Named,
    name: Option<String>,
    new_code: Option<String>,
    description: Option<String>,
    status: Option<Status>,
    #[serde(default, deserialize_with = "input::number")]
    disable_time: Option<i64>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Status {
    Enable,
    Disable,
}

pub(crate) fn update(world: &World, request: &Update) -> Outcome {
    let namespace = request.role.namespace().to_owned();
    let new_code = request.new_code.clone().filter(|code| *code != request.role.code);
    let mut state = world.state();
    if let Some(code) = &new_code {
        check_code(code)?;
        if state.v3.roles.find(&namespace, code).is_some() {
            return Err(V3Error::conflict("newCode"));
        }
    }
    let role = state.v3.roles.find_mut(&namespace, &request.role.code).ok_or_else(not_found)?;
    role.name = request.name.clone().unwrap_or_else(|| role.name.clone());
    role.description = request.description.clone().unwrap_or_else(|| role.description.clone());
    role.enabled = request.status.map_or(role.enabled, |status| status == Status::Enable);
    role.disable_time = request.disable_time.or(role.disable_time);
    if let Some(code) = new_code {
        let before = role.target();
        role.code = code;
        let after = role.target();
        state.v3.roles.rename(&before, &after);
        state.v3.resources.rename(&before, &after);
    }
    Ok(done())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeleteBatch {
    code_list: Vec<String>,
    namespace: Option<String>,
}

/// All of them, or none if one is not there.
pub(crate) fn delete_batch(world: &World, request: &DeleteBatch) -> Outcome {
    input::check_batch(&request.code_list, "codeList")?;
    let namespace = request.namespace.as_deref().unwrap_or(DEFAULT_NAMESPACE);
    let mut state = world.state();
    if request.code_list.iter().any(|code| state.v3.roles.find(namespace, code).is_none()) {
        return Err(V3Error::not_found("codeList"));
    }
    for code in &request.code_list {
        state.v3.roles.remove(namespace, code);
        state.v3.forget(&Role::target_of(namespace, code));
    }
    Ok(done())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Assign {
    #[serde(flatten)]
    role: Named,
    targets: Vec<NamedTarget>,
    #[serde(default, deserialize_with = "input::number")]
    enable_time: Option<i64>,
    #[serde(default, deserialize_with = "input::number")]
    end_time: Option<i64>,
}

/// To all targets, or to none if one is not there.
pub(crate) fn assign(world: &World, request: &Assign) -> Outcome {
    input::check_batch(&request.targets, "targets")?;
    let mut state = world.state();
    let targets = rights::targets(&state, &request.targets, request.role.namespace())?;
    let role = state.v3.roles.find_mut(request.role.namespace(), &request.role.code).ok_or_else(not_found)?;
    for target in targets {
        role.assign(Assignment { target, enable_time: request.enable_time, end_time: request.end_time });
    }
    Ok(done())
}

#[derive(Deserialize)]
pub(crate) struct Revoke {
    #[serde(flatten)]
    role: Named,
    targets: Vec<NamedTarget>,
}

pub(crate) fn revoke(world: &World, request: &Revoke) -> Outcome {
    input::check_batch(&request.targets, "targets")?;
    let mut state = world.state();
    let targets = rights::targets(&state, &request.targets, request.role.namespace())?;
    let role = state.v3.roles.find_mut(request.role.namespace(), &request.role.code).ok_or_else(not_found)?;
    role.assignments.retain(|held| !targets.contains(&held.target));
    Ok(done())
}

#[derive(Deserialize)]
pub(crate) struct ListMembers {
    #[serde(flatten)]
    role: Named,
    #[serde(flatten)]
    shown: Shown,
}

/// The users who were given the role themselves, not by a group or a department.
pub(crate) fn members(world: &World, request: &ListMembers) -> Outcome {
    let state = world.state();
    let role = state.v3.roles.find(request.role.namespace(), &request.role.code).ok_or_else(not_found)?;
    let users = role.assignments_at(world.now().millis()).filter_map(|held| match &held.target {
        Target::User(id) => Some(id.as_str()),
        _ => None,
    });
    members::page(&state, users, request.shown)
}

/// Every role of a user, also those of their groups and departments.
pub(super) fn of_user(world: &World, user_id: &str, namespace: Option<&str>) -> Vec<Value> {
    let now = world.now().millis();
    let state = world.state();
    let targets = state.v3.targets_of(user_id, now);
    let roles = state.v3.roles.of(&targets, now);
    roles.filter(|role| namespace.is_none_or(|namespace| namespace == role.namespace)).map(show).collect()
}

pub(super) fn has_any(world: &World, user_id: &str, wanted: &[Named]) -> bool {
    let now = world.now().millis();
    let state = world.state();
    let targets = state.v3.targets_of(user_id, now);
    let is_wanted =
        |role: &Role| wanted.iter().any(|wanted| wanted.namespace() == role.namespace && wanted.code == role.code);
    state.v3.roles.of(&targets, now).any(is_wanted)
}
