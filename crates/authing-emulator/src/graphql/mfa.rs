//! The second factor: look it up, turn it on and off.

use authing_core::account::{ChangeMfa, QueryMfa};
use serde::Deserialize;
use serde_json::Value;

use super::resolver::{Call, Resolver, answers};
use crate::errors::{ErrorResponse, NO_SUCH_USER};
use crate::service::{mfa, pools};
use crate::state::users::Key;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[answers::<ChangeMfa>(change), answers::<QueryMfa>(query)];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TargetUser {
    user_id: Option<String>,
    user_pool_id: Option<String>,
}

/// Null before `changeMFA`.
fn query(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: TargetUser = call.read()?;
    pools::check(call.world, asked.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(asked.user_id)?;
    let state = call.world.state();
    let user = state.users.find(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    Ok(user.mfa.as_ref().map_or(Value::Null, |factor| factor.to_json(&id, call.pool())))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    #[serde(flatten)]
    whose: TargetUser,
    enable: bool,
    refresh_key: Option<bool>,
}

/// The key stays when the factor is turned off and on again, unless a new one is asked for.
fn change(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let change: Change = call.read()?;
    pools::check(call.world, change.whose.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(change.whose.user_id)?;
    let mfa = mfa::change(call.world, &id, change.enable, change.refresh_key == Some(true))?;
    Ok(mfa.to_json(&id, call.pool()))
}
