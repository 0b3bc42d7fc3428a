//! The public data of a pool: its settings, and whether a user exists.

use authing_core::account::{CheckUserExists, GetPoolSettings};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::ErrorResponse;
use crate::service::pools;
use crate::state::users::Key;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] =
    &[answers::<GetPoolSettings>(settings), answers::<CheckUserExists>(user_exists)];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pool {
    user_pool_id: String,
}

fn settings(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Pool { user_pool_id } = call.read()?;
    pools::check(call.world, &user_pool_id)?;
    Ok(pools::settings(call.world))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Somebody {
    user_pool_id: String,
    phone: Option<String>,
    username: Option<String>,
    email: Option<String>,
}

/// Whether one of the names is taken.
fn user_exists(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Somebody = call.read()?;
    pools::check(call.world, &asked.user_pool_id)?;
    let keys = [
        asked.phone.as_deref().map(Key::Phone),
        asked.username.as_deref().map(Key::Username),
        asked.email.as_deref().map(Key::Email),
    ];
    let state = call.world.state();
    Ok(json!(keys.into_iter().flatten().any(|key| state.users.find(key).is_some())))
}
