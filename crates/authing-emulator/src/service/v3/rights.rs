//! Who may do what: targets, authorizations, and the questions about them.

use authing_core::v3::types::TargetType;
use serde::Deserialize;
use serde_json::{Value, json};

use super::error::V3Error;
use super::page;
use super::user_identifier::{self, UserIdentifier};
use super::{Outcome, input};
use crate::state::State;
use crate::state::v3::{Authorization, DEFAULT_NAMESPACE, Role, Target};
use crate::world::World;

/// A target as a request names it. A role's code is of the request's namespace.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamedTarget {
    target_type: TargetType,
    target_identifier: String,
}

impl NamedTarget {
    pub(super) fn new(target_type: &TargetType, identifier: &str) -> Self {
        Self { target_type: target_type.clone(), target_identifier: identifier.to_owned() }
    }

    /// The target, if it is there.
    pub(super) fn find(&self, state: &State, namespace: &str) -> Result<Target, V3Error> {
        let id = self.target_identifier.as_str();
        let is_there = match self.target_type {
            TargetType::User => {
                return Ok(Target::User(user_identifier::find(state, id, None)?.id.clone()));
            }
            TargetType::Role => state.v3.roles.find(namespace, id).map(Role::target),
            TargetType::Group => state.v3.groups.find(id).map(|group| Target::Group(group.code.clone())),
            TargetType::Department => {
                state.v3.departments.find(id).map(|department| Target::Department(department.id.clone()))
            }
            _ => return Err(V3Error::malformed("targetType")),
        };
        is_there.ok_or_else(|| V3Error::not_found("targetIdentifier"))
    }
}

/// All of them, or the error of the first that is not there.
pub(super) fn targets(state: &State, named: &[NamedTarget], namespace: &str) -> Result<Vec<Target>, V3Error> {
    named.iter().map(|target| target.find(state, namespace)).collect()
}

#[derive(Deserialize)]
pub(crate) struct IsAllowed {
    #[serde(rename = "userId")]
    user_id: String,
    action: String,
    resource: String,
    namespace: Option<String>,
}

/// By the user, or by a group, a department or a role of theirs.
pub(crate) fn is_action_allowed(world: &World, request: &IsAllowed) -> Outcome {
    let namespace = request.namespace.as_deref().unwrap_or(DEFAULT_NAMESPACE);
    let id = UserIdentifier::by_id(&request.user_id).id(world)?;
    let state = world.state();
    let targets = state.v3.targets_of(&id, world.now().millis());
    let is_it = |held: &Authorization| held.namespace == namespace && held.allows(&request.resource, &request.action);
    let allowed = state.v3.resources.of(&targets).any(is_it);
    Ok(json!({ "allowed": allowed }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Wanted {
    namespace: Option<String>,
    resource_type: Option<String>,
}

/// Every resource that a user may do something with.
pub(super) fn of_user(world: &World, user_id: &str, wanted: &Wanted) -> Value {
    let state = world.state();
    let targets = state.v3.targets_of(user_id, world.now().millis());
    let is_wanted = |held: &&Authorization| {
        wanted.namespace.as_ref().is_none_or(|namespace| *namespace == held.namespace)
            && wanted.resource_type.as_ref().is_none_or(|kind| *kind == kind_of(&state, held))
    };
    let list: Vec<Value> = state.v3.resources.of(&targets).filter(is_wanted).map(|held| show(&state, held)).collect();
    page::whole(&list)
}

fn kind_of(state: &State, held: &Authorization) -> String {
    let resource = state.v3.resources.find(&held.namespace, &held.resource);
    resource.map_or_else(|| "DATA".to_owned(), |resource| resource.kind.clone())
}

fn show(state: &State, held: &Authorization) -> Value {
    let resource = state.v3.resources.find(&held.namespace, &held.resource);
    json!({
        "resourceCode": held.resource,
        "resourceType": kind_of(state, held),
        "description": resource.map(|resource| &resource.description),
        "apiIdentifier": resource.map(|resource| &resource.api_identifier),
        "actions": held.actions,
        "effect": "ALLOW",
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PermissionList {
    #[serde(deserialize_with = "input::list")]
    user_ids: Vec<String>,
    namespace_codes: Option<Vec<String>>,
}

/// What users may do with data, by user and namespace.
pub(crate) fn permission_list(world: &World, request: &PermissionList) -> Outcome {
    input::check_batch(&request.user_ids, "userIds")?;
    let state = world.state();
    let mut list = Vec::new();
    for id in &request.user_ids {
        let id = user_identifier::find(&state, id, None)?.id.as_str();
        let targets = state.v3.targets_of(id, world.now().millis());
        let held: Vec<&Authorization> = state.v3.resources.of(&targets).collect();
        let mut namespaces: Vec<&str> = held.iter().map(|held| held.namespace.as_str()).collect();
        namespaces.sort_unstable();
        namespaces.dedup();
        let is_wanted = |namespace: &&str| {
            request.namespace_codes.as_ref().is_none_or(|codes| codes.iter().any(|code| code == namespace))
        };
        for namespace in namespaces.into_iter().filter(is_wanted) {
            let resources = held.iter().filter(|held| held.namespace == namespace).map(|held| open_resource(held));
            let resources: Vec<Value> = resources.collect();
            list.push(json!({ "userId": id, "namespaceCode": namespace, "resourceList": resources }));
        }
    }
    Ok(json!({ "userPermissionList": list }))
}

/// The resources here are those of `create-resource`: each is a name, so that its value is the name. The types `ARRAY` and `TREE` are those
/// of data resources, which `create-array-data-resource` and `create-tree-data-resource` would create: the emulator has neither call.
fn open_resource(held: &Authorization) -> Value {
    json!({
        "resourceCode": held.resource,
        "resourceType": "STRING",
        "strAuthorize": { "value": held.resource, "actions": held.actions },
    })
}
