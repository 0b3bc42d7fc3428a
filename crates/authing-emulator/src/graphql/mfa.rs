//! The second factor: look it up, turn it on and off.

use authing_core::account::{ChangeMfa, QueryMfa};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::{ErrorResponse, NO_SUCH_USER};
use crate::service::pools;
use crate::state::mfa::Mfa;
use crate::state::users::Key;

/// The root fields of this area, and what answers them.
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
    Ok(user.mfa.as_ref().map_or(Value::Null, |mfa| mfa.to_json(&id, call.pool())))
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
    let now = call.world.now();
    let mut state = call.world.state();
    let mfa_id = state.new_id(now);
    let mut user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    let mfa = user.mfa.get_or_insert_with(|| Mfa::new(mfa_id));
    mfa.enabled = change.enable;
    if change.refresh_key == Some(true) {
        mfa.change_key();
    }
    Ok(json!(mfa.to_json(&id, call.pool())))
}
