//! Groups of users.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::V3Error;
use super::members::{self, Shown};
use super::page::Page;
use super::{Outcome, done, input};
use super::{user_identifier, user_view};
use crate::state::State;
use crate::state::v3::{Group, Target};
use crate::world::World;

fn not_found() -> V3Error {
    V3Error::not_found("code")
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct With {
    #[serde(deserialize_with = "input::flag")]
    with_custom_data: bool,
    #[serde(deserialize_with = "input::flag")]
    flat_custom_data: bool,
}

fn show(group: &Group, with: With) -> Value {
    let mut shown = json!({
        "id": group.id,
        "code": group.code,
        "name": group.name,
        "description": group.description,
        "type": group.kind,
    });
    if with.with_custom_data {
        user_view::add_custom_data(&mut shown, &group.custom_data, with.flat_custom_data);
    }
    shown
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Create {
    code: String,
    name: String,
    #[serde(default, deserialize_with = "input::or_default")]
    description: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    custom_data: Option<Map<String, Value>>,
}

pub(crate) fn create(world: &World, request: &Create) -> Outcome {
    input::required(Some(&request.code), "code")?;
    let now = world.now();
    let mut state = world.state();
    if state.v3.groups.find(&request.code).is_some() {
        return Err(V3Error::conflict("code"));
    }
    let group = Group {
        id: state.new_id(now),
        code: request.code.clone(),
        name: request.name.clone(),
        description: request.description.clone(),
        kind: request.kind.clone().unwrap_or_else(|| "static".into()),
        custom_data: request.custom_data.clone().unwrap_or_default(),
        members: Vec::new(),
    };
    let shown = show(&group, With::default());
    state.v3.groups.add(group);
    Ok(shown)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Named {
    code: String,
    #[serde(flatten)]
    with: With,
}

pub(crate) fn get(world: &World, request: &Named) -> Outcome {
    let state = world.state();
    state.v3.groups.find(&request.code).map(|group| show(group, request.with)).ok_or_else(not_found)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct List {
    keywords: Option<String>,
    #[serde(flatten)]
    with: With,
    #[serde(flatten)]
    page: Page,
}

pub(crate) fn list(world: &World, request: &List) -> Outcome {
    let state = world.state();
    let keywords = request.keywords.as_deref().unwrap_or_default();
    let is_wanted = |group: &&Group| group.code.contains(keywords) || group.name.contains(keywords);
    let groups: Vec<&Group> = state.v3.groups.iter().filter(is_wanted).collect();
    request.page.of(&groups, |group| show(group, request.with))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeleteBatch {
    code_list: Vec<String>,
}

/// All of them, or none if one is not there.
pub(crate) fn delete_batch(world: &World, request: &DeleteBatch) -> Outcome {
    input::check_batch(&request.code_list, "codeList")?;
    let mut state = world.state();
    if request.code_list.iter().any(|code| state.v3.groups.find(code).is_none()) {
        return Err(V3Error::not_found("codeList"));
    }
    for code in &request.code_list {
        state.v3.groups.remove(code);
        state.v3.forget(&Target::Group(code.clone()));
    }
    Ok(done())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Members {
    code: String,
    #[serde(deserialize_with = "input::list")]
    user_ids: Vec<String>,
}

impl Members {
    /// All of them, or the error of the first that is not there.
    fn ids(&self, state: &State) -> Result<Vec<String>, V3Error> {
        input::check_batch(&self.user_ids, "userIds")?;
        let find = |id: &String| user_identifier::find(state, id, None).map(|user| user.id.clone());
        self.user_ids.iter().map(find).collect()
    }
}

pub(crate) fn add_members(world: &World, request: &Members) -> Outcome {
    let mut state = world.state();
    let ids = request.ids(&state)?;
    let group = state.v3.groups.find_mut(&request.code).ok_or_else(not_found)?;
    for id in ids {
        if !group.members.contains(&id) {
            group.members.push(id);
        }
    }
    Ok(done())
}

pub(crate) fn remove_members(world: &World, request: &Members) -> Outcome {
    let mut state = world.state();
    let ids = request.ids(&state)?;
    let group = state.v3.groups.find_mut(&request.code).ok_or_else(not_found)?;
    group.members.retain(|member| !ids.contains(member));
    Ok(done())
}

#[derive(Deserialize)]
pub(crate) struct ListMembers {
    code: String,
    #[serde(flatten)]
    shown: Shown,
}

pub(crate) fn members(world: &World, request: &ListMembers) -> Outcome {
    let state = world.state();
    let group = state.v3.groups.find(&request.code).ok_or_else(not_found)?;
    members::page(&state, group.members.iter().map(String::as_str), request.shown)
}

pub(super) fn of_user(world: &World, user_id: &str) -> Vec<Value> {
    let state = world.state();
    state.v3.groups.of_user(user_id).map(|group| show(group, With::default())).collect()
}
