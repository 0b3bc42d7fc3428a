//! Third parties: which there are, and which of their accounts are bound to a user.

use authing_core::social::{BindOauth, ListOauthProviders, ListUserOauthProviders, UnbindOauth};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::{ErrorResponse, NO_SUCH_USER, OAUTH_ALREADY_BOUND, OAUTH_BOUND_TO_ANOTHER, OAUTH_NOT_BOUND};
use crate::service::{pools, social};
use crate::state::users::{Binding, Key};

/// The root fields of this area, and what answers them.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<ListOauthProviders>(list),
    answers::<BindOauth>(bind),
    answers::<ListUserOauthProviders>(of_user),
    answers::<UnbindOauth>(unbind),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pool {
    client_id: String,
}

fn list(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Pool { client_id } = call.read()?;
    pools::check(call.world, &client_id)?;
    Ok(social::providers(call.world).iter().map(|provider| provider.to_json(call.pool())).collect())
}

#[derive(Deserialize)]
struct OfUser {
    user: Option<String>,
    client: Option<String>,
}

/// Every third party, and whether the user has bound an account of it; then those that are bound and no longer listed.
fn of_user(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: OfUser = call.read()?;
    pools::check(call.world, asked.client.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(asked.user)?;
    let providers = social::providers(call.world);
    let state = call.world.state();
    let user = state.users.find(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    let listed = providers.iter().map(|provider| {
        let bound = user.bindings.iter().find(|binding| binding.provider == provider.alias);
        json!({
            "type": provider.alias,
            "name": provider.name,
            "image": provider.image,
            "oAuthUrl": provider.url,
            "binded": bound.is_some(),
            "unionid": bound.map(|binding| &binding.unionid),
        })
    });
    let is_listed = |binding: &Binding| providers.iter().any(|provider| provider.alias == binding.provider);
    let others = user.bindings.iter().filter(|binding| !is_listed(binding));
    let others = others.map(|binding| json!({ "type": binding.provider, "binded": true, "unionid": binding.unionid }));
    Ok(listed.chain(others).collect())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bind {
    user: Option<String>,
    client: Option<String>,
    r#type: String,
    unionid: String,
    user_info: String,
}

fn bind(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let bind: Bind = call.read()?;
    pools::check(call.world, bind.client.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(bind.user)?;
    let now = call.world.now();
    let mut state = call.world.state();
    let binding_id = state.new_id(now);
    if state.users.find(Key::UnionId(&bind.unionid)).is_some_and(|holder| holder.id != id) {
        return Err(OAUTH_BOUND_TO_ANOTHER);
    }
    let mut user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
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

fn unbind(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let unbind: Unbind = call.read()?;
    pools::check(call.world, unbind.client.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(unbind.user)?;
    let mut state = call.world.state();
    let mut user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    let held = user.bindings.iter().position(|binding| binding.provider == unbind.r#type);
    Ok(json!(user.bindings.remove(held.ok_or(OAUTH_NOT_BOUND)?)))
}
