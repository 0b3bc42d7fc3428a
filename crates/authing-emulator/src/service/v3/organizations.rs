//! Organizations: each is a department at the root, and those below it.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::department_identifier::no_organization;
use super::error::V3Error;
use super::page::Page;
use super::{Outcome, done, input};
use crate::state::v3::{Department, Departments, Organization};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Create {
    organization_code: String,
    organization_name: String,
    description: Option<String>,
    open_department_id: Option<String>,
}

pub(crate) fn create(world: &World, request: &Create) -> Outcome {
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
    Ok(show(&state.v3.departments, &organization))
}

fn show(all: &Departments, organization: &Organization) -> Value {
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

pub(crate) fn list(world: &World, page: &Page) -> Outcome {
    let state = world.state();
    let all: Vec<&Organization> = state.v3.departments.organizations().collect();
    page.of(&all, |organization| show(&state.v3.departments, organization))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamedOrganization {
    organization_code: String,
}

pub(crate) fn delete(world: &World, request: &NamedOrganization) -> Outcome {
    let mut state = world.state();
    let root = state.v3.departments.organization(&request.organization_code).ok_or_else(no_organization)?.root.clone();
    state.v3.forget_departments(&root);
    state.v3.departments.remove_organization(&request.organization_code);
    Ok(done())
}
