//! Third-party accounts bound to a user.

use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::Call;
use crate::answers::{NO_SUCH_USER, OAUTH_ALREADY_BOUND, OAUTH_BOUND_TO_ANOTHER, OAUTH_NOT_BOUND, Refusal};
use crate::state::users::{Binding, Key};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bind {
    user: Option<String>,
    client: Option<String>,
    r#type: String,
    unionid: String,
    user_info: String,
}

pub(super) fn bind(call: &Call<'_>) -> Result<Value, Refusal> {
    let bind: Bind = call.read()?;
    call.world.check_pool(bind.client.as_deref().unwrap_or(call.pool()))?;
    let id = call.whose(bind.user)?;
    let now = call.world.now();
    let mut state = call.world.state();
    let binding_id = state.new_id(now);
    if state.users.find(Key::UnionId(&bind.unionid)).is_some_and(|holder| holder.id != id) {
        return Err(OAUTH_BOUND_TO_ANOTHER);
    }
    let user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    if user.bindings.iter().any(|binding| binding.provider == bind.r#type) {
        return Err(OAUTH_ALREADY_BOUND);
    }
    let binding = Binding {
        id: binding_id,
        user: id,
        client: call.pool().into(),
        provider: bind.r#type,
        unionid: bind.unionid,
        user_info: bind.user_info,
        created_at: now.iso(),
    };
    let answer = json!(binding);
    user.bindings.push(binding);
    Ok(answer)
}

#[derive(Deserialize)]
struct Unbind {
    user: Option<String>,
    client: Option<String>,
    r#type: String,
}

pub(super) fn unbind(call: &Call<'_>) -> Result<Value, Refusal> {
    let unbind: Unbind = call.read()?;
    call.world.check_pool(unbind.client.as_deref().unwrap_or(call.pool()))?;
    let id = call.whose(unbind.user)?;
    let mut state = call.world.state();
    let user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    let held = user.bindings.iter().position(|binding| binding.provider == unbind.r#type);
    Ok(json!(user.bindings.remove(held.ok_or(OAUTH_NOT_BOUND)?)))
}
