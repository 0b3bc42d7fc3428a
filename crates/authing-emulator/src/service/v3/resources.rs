//! Resources: created, and given to targets.

use authing_core::v3::types::TargetType;
use serde::Deserialize;
use serde_json::{Value, json};

use super::error::V3Error;
use super::rights::NamedTarget;
use super::{Outcome, done, input};
use crate::state::v3::{Authorization, DEFAULT_NAMESPACE, Resource};
use crate::world::World;

const KINDS: [&str; 5] = ["DATA", "API", "MENU", "BUTTON", "UI"];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Create {
    #[serde(rename = "type")]
    kind: String,
    code: String,
    name: Option<String>,
    description: Option<String>,
    #[serde(default, deserialize_with = "input::or_default")]
    actions: Vec<Action>,
    api_identifier: Option<String>,
    namespace: Option<String>,
}

#[derive(Deserialize)]
struct Action {
    name: String,
}

pub(crate) fn create(world: &World, request: &Create) -> Outcome {
    if !KINDS.contains(&request.kind.as_str()) {
        return Err(V3Error::malformed("type"));
    }
    input::required(Some(&request.code), "code")?;
    let namespace = request.namespace.clone().unwrap_or_else(|| DEFAULT_NAMESPACE.into());
    let mut state = world.state();
    if state.v3.resources.find(&namespace, &request.code).is_some() {
        return Err(V3Error::conflict("code"));
    }
    let resource = Resource {
        namespace,
        name: request.name.clone().unwrap_or_else(|| request.code.clone()),
        code: request.code.clone(),
        kind: request.kind.clone(),
        description: request.description.clone().unwrap_or_default(),
        api_identifier: request.api_identifier.clone().unwrap_or_default(),
        actions: request.actions.iter().map(|action| action.name.clone()).collect(),
    };
    let shown = show(&resource);
    state.v3.resources.add(resource);
    Ok(shown)
}

fn show(resource: &Resource) -> Value {
    let actions: Vec<Value> = resource.actions.iter().map(|name| json!({ "name": name, "description": "" })).collect();
    json!({
        "code": resource.code,
        "name": resource.name,
        "description": resource.description,
        "type": resource.kind,
        "apiIdentifier": resource.api_identifier,
        "namespace": resource.namespace,
        "actions": actions,
    })
}

#[derive(Deserialize)]
pub(crate) struct Authorize {
    list: Vec<Item>,
    namespace: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    target_type: TargetType,
    target_identifiers: Vec<String>,
    resources: Vec<Given>,
}

#[derive(Deserialize)]
struct Given {
    code: String,
    actions: Vec<String>,
}

/// All of it, or nothing if a target is not there. An action may be written `resource:action`.
pub(crate) fn authorize(world: &World, request: &Authorize) -> Outcome {
    input::check_batch(&request.list, "list")?;
    let namespace = request.namespace.as_deref().unwrap_or(DEFAULT_NAMESPACE);
    let mut state = world.state();
    let mut authorizations = Vec::new();
    for item in &request.list {
        for identifier in &item.target_identifiers {
            let target = NamedTarget::new(&item.target_type, identifier).find(&state, namespace)?;
            authorizations.extend(item.resources.iter().map(|given| Authorization {
                namespace: namespace.to_owned(),
                target: target.clone(),
                resource: given.code.clone(),
                actions: given.actions.iter().map(|action| bare(action, &given.code)).collect(),
            }));
        }
    }
    for authorization in authorizations {
        state.v3.resources.authorize(authorization);
    }
    Ok(done())
}

fn bare(action: &str, resource: &str) -> String {
    let prefix = resource.strip_suffix(":*").unwrap_or(resource);
    action.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(':')).unwrap_or(action).to_owned()
}
