//! Custom data of users, roles, groups and departments: any JSON by key.

use authing_core::v3::types::TargetType;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::{NO_SUCH_USER, V3Error};
use super::{Outcome, done, input};
use crate::state::State;
use crate::state::users::Key;
use crate::state::v3::DEFAULT_NAMESPACE;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Named {
    target_type: TargetType,
    target_identifier: String,
    /// Of a role.
    namespace: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Set {
    #[serde(flatten)]
    target: Named,
    list: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    key: String,
    value: Value,
}

/// The keys given; the others stay.
pub(crate) fn set(world: &World, request: &Set) -> Outcome {
    input::check_batch(&request.list, "list")?;
    let mut state = world.state();
    let pairs = request.list.iter().map(|pair| (pair.key.clone(), pair.value.clone()));
    change(&mut state, &request.target, |data| data.extend(pairs))?;
    Ok(done())
}

pub(crate) fn get(world: &World, request: &Named) -> Outcome {
    let mut state = world.state();
    change(&mut state, request, |data| json!(data))
}

/// Reads or changes the data of a target.
fn change<T>(
    state: &mut State,
    target: &Named,
    change: impl FnOnce(&mut Map<String, Value>) -> T,
) -> Result<T, V3Error> {
    let id = target.target_identifier.as_str();
    let found = match target.target_type {
        TargetType::User => {
            let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
            return Ok(change(&mut user.details.custom_data));
        }
        TargetType::Role => {
            let namespace = target.namespace.as_deref().unwrap_or(DEFAULT_NAMESPACE);
            state.v3.roles.find_mut(namespace, id).map(|role| &mut role.custom_data)
        }
        TargetType::Group => state.v3.groups.find_mut(id).map(|group| &mut group.custom_data),
        TargetType::Department => state.v3.departments.find_mut(id).map(|department| &mut department.custom_data),
        _ => return Err(V3Error::malformed("targetType")),
    };
    found.map(change).ok_or_else(|| V3Error::not_found("targetIdentifier"))
}
