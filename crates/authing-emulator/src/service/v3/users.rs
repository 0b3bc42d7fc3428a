//! The pool's users, as the administrator reads them.

use authing_core::v3::types::UserIdType;
use serde::Deserialize;
use serde_json::json;

use super::error::{NO_SUCH_USER, V3Error};
use super::user_filter::Search;
use super::user_identifier::UserIdentifier;
use super::user_view::{self, With};
use super::{Outcome, input, user_identifier};
use crate::state::users::Key;
use crate::world::World;

/// A page of the users that fit.
pub(crate) fn list(world: &World, request: &Search) -> Outcome {
    let options = &request.options;
    let state = world.state();
    let users = request.apply(&state)?;
    options.pagination.of(&users, |user| user_view::show(&state, user, options.with))
}

#[derive(Deserialize)]
pub(crate) struct Get {
    #[serde(flatten)]
    user: UserIdentifier,
    #[serde(flatten)]
    with: With,
}

pub(crate) fn get(world: &World, request: &Get) -> Outcome {
    let state = world.state();
    Ok(user_view::show(&state, request.user.find(&state)?, request.with))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GetBatch {
    #[serde(deserialize_with = "input::list")]
    user_ids: Vec<String>,
    user_id_type: Option<UserIdType>,
    #[serde(flatten)]
    with: With,
}

/// The users of the ids. An id without a user is left out.
pub(crate) fn get_batch(world: &World, request: &GetBatch) -> Outcome {
    input::check_batch(&request.user_ids, "userIds")?;
    let state = world.state();
    let kind = request.user_id_type.as_ref();
    let found = request.user_ids.iter().map(|id| user_identifier::find(&state, id, kind));
    let known = found.filter(|found| !matches!(found, Err(error) if *error == NO_SUCH_USER));
    known.map(|user| Ok(user_view::show(&state, user?, request.with))).collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Exists {
    username: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    external_id: Option<String>,
}

pub(crate) fn exists(world: &World, request: &Exists) -> Outcome {
    let keys = [
        request.username.as_deref().map(Key::Username),
        request.email.as_deref().map(Key::Email),
        request.phone.as_deref().map(Key::Phone),
        request.external_id.as_deref().map(Key::ExternalId),
    ];
    let keys: Vec<Key<'_>> = keys.into_iter().flatten().collect();
    if keys.is_empty() {
        return Err(V3Error::malformed("username, email, phone, externalId"));
    }
    let state = world.state();
    Ok(json!({ "exists": keys.into_iter().any(|key| state.users.find(key).is_some()) }))
}
