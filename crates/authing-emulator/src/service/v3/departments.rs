//! The departments of organizations.

use authing_core::v3::types::DepartmentIdType;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::department_identifier::{self, DepartmentIdentifier};
use super::error::V3Error;
use super::page::{self, Page};
use super::{Outcome, done, input};
use crate::state::v3::{Department, Departments};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Create {
    organization_code: String,
    name: String,
    parent_department_id: String,
    department_id_type: Option<DepartmentIdType>,
    code: Option<String>,
    open_department_id: Option<String>,
    description: Option<String>,
    is_virtual_node: Option<bool>,
    custom_data: Option<Map<String, Value>>,
}

pub(crate) fn create(world: &World, request: &Create) -> Outcome {
    let now = world.now();
    let mut state = world.state();
    let kind = request.department_id_type.as_ref();
    let all = &state.v3.departments;
    let parent =
        department_identifier::find(all, &request.organization_code, &request.parent_department_id, kind)?.id.clone();
    let has_code = |other: &Department| other.organization == request.organization_code && other.code == request.code;
    if request.code.is_some() && all.find_by(has_code).is_some() {
        return Err(V3Error::conflict("code"));
    }
    let department = Department {
        id: state.new_id(now),
        organization: request.organization_code.clone(),
        parent: Some(parent),
        name: request.name.clone(),
        code: request.code.clone(),
        open_id: request.open_department_id.clone(),
        description: request.description.clone().unwrap_or_default(),
        is_virtual: request.is_virtual_node.unwrap_or_default(),
        leaders: Vec::new(),
        custom_data: request.custom_data.clone().unwrap_or_default(),
        created_at: now.iso(),
        updated_at: now.iso(),
        members: Vec::new(),
    };
    state.v3.departments.add(department.clone());
    Ok(show(&state.v3.departments, &department))
}

fn show(all: &Departments, department: &Department) -> Value {
    let parent = department.parent.as_deref().and_then(|parent| all.find(parent));
    json!({
        "organizationCode": department.organization,
        "departmentId": department.id,
        "createdAt": department.created_at,
        "updatedAt": department.updated_at,
        "openDepartmentId": department.open_id,
        "name": department.name,
        "description": department.description,
        "code": department.code,
        "parentDepartmentId": parent.map_or("", |parent| parent.id.as_str()),
        "parentDepartmentCode": parent.and_then(|parent| parent.code.as_deref()).unwrap_or_default(),
        "leaderUserIds": department.leaders,
        "membersCount": department.members.len(),
        "hasChildren": all.children(&department.id).next().is_some(),
        "isVirtualNode": department.is_virtual,
        "customData": department.custom_data,
        "status": true,
    })
}

pub(crate) fn get(world: &World, request: &DepartmentIdentifier) -> Outcome {
    let state = world.state();
    let all = &state.v3.departments;
    Ok(show(all, request.find(all)?))
}

pub(crate) fn delete(world: &World, request: &DepartmentIdentifier) -> Outcome {
    let mut state = world.state();
    let department = request.find(&state.v3.departments)?;
    if department.parent.is_none() {
        return Err(V3Error::malformed("departmentId"));
    }
    let id = department.id.clone();
    state.v3.forget_departments(&id);
    state.v3.departments.remove(&id);
    Ok(done())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListChildren {
    #[serde(flatten)]
    department: DepartmentIdentifier,
    #[serde(default, deserialize_with = "input::flag")]
    exclude_virtual_node: bool,
    #[serde(default, deserialize_with = "input::flag")]
    only_virtual_node: bool,
}

/// One level down, whole.
pub(crate) fn children(world: &World, request: &ListChildren) -> Outcome {
    let state = world.state();
    let all = &state.v3.departments;
    let id = &request.department.find(all)?.id;
    let is_wanted = |child: &&Department| {
        (!child.is_virtual || !request.exclude_virtual_node) && (child.is_virtual || !request.only_virtual_node)
    };
    let children: Vec<Value> = all.children(id).filter(is_wanted).map(|child| show(all, child)).collect();
    Ok(page::whole(&children))
}

pub(super) fn of_user(world: &World, user_id: &str, page: Page) -> Outcome {
    let state = world.state();
    let all = &state.v3.departments;
    let own: Vec<&Department> = all.of_user(user_id).collect();
    page.of(&own, |department| show_of_user(all, department, user_id))
}

fn show_of_user(all: &Departments, department: &Department, user_id: &str) -> Value {
    let path = all.path(&department.id);
    let joined = department.members.iter().find(|member| member.user == user_id);
    let mut shown = show(all, department);
    shown["isRoot"] = json!(department.parent.is_none());
    shown["isLeader"] = json!(department.leaders.iter().any(|leader| leader == user_id));
    shown["isMainDepartment"] = json!(all.of_user(user_id).next().is_some_and(|first| first.id == department.id));
    shown["joinedAt"] = json!(joined.map(|member| &member.joined_at));
    shown["departmentIdPath"] = path.iter().map(|above| above.id.as_str()).collect();
    shown["departmentNamePath"] = path.iter().map(|above| above.name.as_str()).collect();
    shown
}
