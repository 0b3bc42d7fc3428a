//! The second factor: look it up, turn it on and off, and ask for it at a login.

use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::Call;
use crate::errors::{ErrorResponse, MFA_NEEDED, MFA_WRONG, NO_SUCH_USER};
use crate::service::pools;
use crate::state::mfa::Mfa;
use crate::state::users::{Key, User};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TargetUser {
    user_id: Option<String>,
    user_pool_id: Option<String>,
}

/// Null before `changeMFA`.
pub(super) fn query(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: TargetUser = call.read()?;
    pools::check(call.world, asked.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    let id = call.target_user(asked.user_id)?;
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
pub(super) fn change(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let change: Change = call.read()?;
    pools::check(call.world, change.whose.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    let id = call.target_user(change.whose.user_id)?;
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

/// Whoever has a second factor shows it after the password. A one-time password works once.
pub(super) fn verify_otp(world: &World, user: &User, password: Option<&str>) -> Result<(), ErrorResponse> {
    if !user.mfa.as_ref().is_some_and(|mfa| mfa.enabled) {
        return Ok(());
    }
    let password = password.ok_or(MFA_NEEDED)?;
    let now = world.now();
    let mut state = world.state();
    let mut user = state.users.find_mut(Key::Id(&user.id)).ok_or(NO_SUCH_USER)?;
    let accepted = user.mfa.as_mut().is_some_and(|mfa| mfa.accept(password, now));
    if accepted { Ok(()) } else { Err(MFA_WRONG) }
}
