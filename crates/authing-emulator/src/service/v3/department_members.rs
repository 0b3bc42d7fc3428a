//! The members of a department.

use serde::Deserialize;

use super::department_identifier::{DepartmentIdentifier, no_department};
use super::error::V3Error;
use super::members::{self, Shown};
use super::user_identifier;
use super::{Outcome, done, input};
use crate::state::State;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct List {
    #[serde(flatten)]
    department: DepartmentIdentifier,
    #[serde(default, deserialize_with = "input::flag")]
    include_children_departments: bool,
    sort_by: Option<String>,
    order_by: Option<String>,
    #[serde(flatten)]
    shown: Shown,
}

/// Each user once, in the order of joining unless the request turns it round.
pub(crate) fn list(world: &World, request: &List) -> Outcome {
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
    department: DepartmentIdentifier,
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

pub(crate) fn add(world: &World, request: &Members) -> Outcome {
    let now = world.now();
    let mut state = world.state();
    let (id, users) = request.find(&state)?;
    let department = state.v3.departments.find_mut(&id).ok_or_else(no_department)?;
    for user in users {
        department.join(&user, now.iso());
    }
    Ok(done())
}

pub(crate) fn remove(world: &World, request: &Members) -> Outcome {
    let mut state = world.state();
    let (id, users) = request.find(&state)?;
    let department = state.v3.departments.find_mut(&id).ok_or_else(no_department)?;
    department.members.retain(|member| !users.contains(&member.user));
    Ok(done())
}
