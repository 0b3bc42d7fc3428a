//! Organizations, and the departments below them.

use authing_core::v3::types::DepartmentIdType;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::V3Error;
use super::members::{self, Shown};
use super::page::{self, Page};
use super::user_identifier;
use super::{Outcome, done, input};
use crate::state::State;
use crate::state::v3::{Department, Departments, Organization, Target};
use crate::world::World;

/// What a client writes for the department at the root.
const ROOT: &str = "root";

fn no_organization() -> V3Error {
    V3Error::not_found("organizationCode")
}

fn no_department() -> V3Error {
    V3Error::not_found("departmentId")
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateOrganization {
    organization_code: String,
    organization_name: String,
    description: Option<String>,
    open_department_id: Option<String>,
}

pub(crate) fn create_organization(world: &World, request: &CreateOrganization) -> Outcome {
    input::required(Some(&request.organization_code), "organizationCode")?;
    let now = world.now();
    let mut state = world.state();
    if state.v3.departments.organization(&request.organization_code).is_some() {
        return Err(V3Error::conflict("organizationCode"));
    }
    let root = Department {
        id: state.new_id(now),
        organization: request.organization_code.clone(),
        parent: None,
        name: request.organization_name.clone(),
        code: None,
        open_id: request.open_department_id.clone(),
        description: request.description.clone().unwrap_or_default(),
        is_virtual: false,
        leaders: Vec::new(),
        custom_data: Map::new(),
        created_at: now.iso(),
        updated_at: now.iso(),
        members: Vec::new(),
    };
    let organization = Organization { code: request.organization_code.clone(), root: root.id.clone() };
    state.v3.departments.add_organization(organization.clone(), root);
    Ok(show_organization(&state.v3.departments, &organization))
}

fn show_organization(all: &Departments, organization: &Organization) -> Value {
    let root = all.find(&organization.root);
    json!({
        "organizationCode": organization.code,
        "organizationName": root.map(|root| &root.name),
        "description": root.map(|root| &root.description),
        "createdAt": root.map(|root| &root.created_at),
        "updatedAt": root.map(|root| &root.updated_at),
        "departmentId": organization.root,
        "openDepartmentId": root.map(|root| &root.open_id),
        "hasChildren": all.children(&organization.root).next().is_some(),
        "leaderUserIds": root.map(|root| &root.leaders),
        "membersCount": root.map_or(0, |root| root.members.len()),
        "isVirtualNode": false,
    })
}

pub(crate) fn list_organizations(world: &World, page: &Page) -> Outcome {
    let state = world.state();
    let all: Vec<&Organization> = state.v3.departments.organizations().collect();
    page.of(&all, |organization| show_organization(&state.v3.departments, organization))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamedOrganization {
    organization_code: String,
}

pub(crate) fn delete_organization(world: &World, request: &NamedOrganization) -> Outcome {
    let mut state = world.state();
    let root = state.v3.departments.organization(&request.organization_code).ok_or_else(no_organization)?.root.clone();
    forget_subtree(&mut state, &root);
    state.v3.departments.remove_organization(&request.organization_code);
    Ok(done())
}

fn forget_subtree(state: &mut State, root: &str) {
    let gone: Vec<String> = state.v3.departments.subtree(root).iter().map(|gone| gone.id.clone()).collect();
    for id in gone {
        state.v3.forget(&Target::Department(id));
    }
}

/// A department of an organization. An empty id, and `root`, are the root's.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Named {
    organization_code: String,
    department_id: Option<String>,
    department_id_type: Option<DepartmentIdType>,
}

impl Named {
    fn find<'a>(&self, all: &'a Departments) -> Result<&'a Department, V3Error> {
        let id = self.department_id.as_deref().unwrap_or(ROOT);
        find(all, &self.organization_code, id, self.department_id_type.as_ref())
    }
}

fn find<'a>(
    all: &'a Departments,
    organization: &str,
    id: &str,
    kind: Option<&DepartmentIdType>,
) -> Result<&'a Department, V3Error> {
    let root = &all.organization(organization).ok_or_else(no_organization)?.root;
    let found = match kind {
        _ if id.is_empty() || id == ROOT => all.find(root),
        None | Some(DepartmentIdType::Id) => all.find(id),
        Some(DepartmentIdType::OpenId) => all.find_by(|department| department.open_id.as_deref() == Some(id)),
        Some(DepartmentIdType::Code) => {
            all.find_by(|department| department.organization == organization && department.code.as_deref() == Some(id))
        }
        // There is no synchronization here, and no field of the customer's own names a department.
        Some(DepartmentIdType::SyncRelation | DepartmentIdType::CustomField) => None,
        Some(_) => return Err(V3Error::malformed("departmentIdType")),
    };
    found.filter(|department| department.organization == organization).ok_or_else(no_department)
}

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
    let parent = find(all, &request.organization_code, &request.parent_department_id, kind)?.id.clone();
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

pub(crate) fn get(world: &World, request: &Named) -> Outcome {
    let state = world.state();
    let all = &state.v3.departments;
    Ok(show(all, request.find(all)?))
}

pub(crate) fn delete(world: &World, request: &Named) -> Outcome {
    let mut state = world.state();
    let department = request.find(&state.v3.departments)?;
    if department.parent.is_none() {
        return Err(V3Error::malformed("departmentId"));
    }
    let id = department.id.clone();
    forget_subtree(&mut state, &id);
    state.v3.departments.remove(&id);
    Ok(done())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListChildren {
    #[serde(flatten)]
    department: Named,
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

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListMembers {
    #[serde(flatten)]
    department: Named,
    #[serde(default, deserialize_with = "input::flag")]
    include_children_departments: bool,
    sort_by: Option<String>,
    order_by: Option<String>,
    #[serde(flatten)]
    shown: Shown,
}

/// Each user once, in the order of joining unless the request turns it round.
pub(crate) fn members(world: &World, request: &ListMembers) -> Outcome {
    let state = world.state();
    let all = &state.v3.departments;
    let own = request.department.find(all)?;
    let departments = if request.include_children_departments { all.subtree(&own.id) } else { vec![own] };
    let mut members: Vec<_> = departments.into_iter().flat_map(|department| &department.members).collect();
    members.sort_by(|left, right| left.joined_at.cmp(&right.joined_at));
    if request.sort_by.is_some() && request.order_by.as_deref() == Some("Desc") {
        members.reverse();
    }
    let mut ids: Vec<&str> = Vec::new();
    for member in members {
        if !ids.contains(&member.user.as_str()) {
            ids.push(&member.user);
        }
    }
    members::page(&state, ids.into_iter(), request.shown)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Members {
    #[serde(flatten)]
    department: Named,
    #[serde(deserialize_with = "input::list")]
    user_ids: Vec<String>,
}

impl Members {
    /// The department's id and the users', all of them there.
    fn find(&self, state: &State) -> Result<(String, Vec<String>), V3Error> {
        input::check_batch(&self.user_ids, "userIds")?;
        let department = self.department.find(&state.v3.departments)?.id.clone();
        let find = |id: &String| user_identifier::find(state, id, None).map(|user| user.id.clone());
        Ok((department, self.user_ids.iter().map(find).collect::<Result<_, _>>()?))
    }
}

pub(crate) fn add_members(world: &World, request: &Members) -> Outcome {
    let now = world.now();
    let mut state = world.state();
    let (id, users) = request.find(&state)?;
    let department = state.v3.departments.find_mut(&id).ok_or_else(no_department)?;
    for user in users {
        department.join(&user, now.iso());
    }
    Ok(done())
}

pub(crate) fn remove_members(world: &World, request: &Members) -> Outcome {
    let mut state = world.state();
    let (id, users) = request.find(&state)?;
    let department = state.v3.departments.find_mut(&id).ok_or_else(no_department)?;
    department.members.retain(|member| !users.contains(&member.user));
    Ok(done())
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
