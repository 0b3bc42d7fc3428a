//! The third parties that a user can log in with, and their accounts that are bound to users.

use serde_json::{Value, json};

use crate::errors::{ErrorResponse, NO_SUCH_USER, OAUTH_ALREADY_BOUND, OAUTH_BOUND_TO_ANOTHER, OAUTH_NOT_BOUND};
use crate::state::oauth_providers::NewOauthProvider;
use crate::state::users::{Binding, Key};
use crate::world::World;

/// The providers as they were last set, else those of the configuration.
pub(crate) fn providers(world: &World) -> Vec<NewOauthProvider> {
    world.state().oauth_providers.clone().unwrap_or_else(|| world.config.oauth_providers.clone())
}

/// Every third party, and whether the user has bound an account of it; then those that are bound and no longer listed.
pub(crate) fn of_user(world: &World, id: &str) -> Result<Value, ErrorResponse> {
    let providers = providers(world);
    let state = world.state();
    let user = state.users.find(Key::Id(id)).ok_or(NO_SUCH_USER)?;
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

/// Binds an account of a third party to a user: one of each third party, and each account to one user.
pub(crate) fn bind(
    world: &World,
    user_id: String,
    provider: String,
    unionid: String,
    user_info: String,
) -> Result<Binding, ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let id = state.new_id(now);
    if state.users.find(Key::UnionId(&unionid)).is_some_and(|holder| holder.id != user_id) {
        return Err(OAUTH_BOUND_TO_ANOTHER);
    }
    let mut user = state.users.find_mut(Key::Id(&user_id)).ok_or(NO_SUCH_USER)?;
    if user.bindings.iter().any(|binding| binding.provider == provider) {
        return Err(OAUTH_ALREADY_BOUND);
    }
    let client = world.config.user_pool_id.clone();
    let binding = Binding { id, user: user_id, client, provider, unionid, user_info, created_at: now.iso() };
    user.bindings.push(binding.clone());
    Ok(binding)
}

pub(crate) fn unbind(world: &World, user_id: &str, provider: &str) -> Result<Binding, ErrorResponse> {
    let mut state = world.state();
    let mut user = state.users.find_mut(Key::Id(user_id)).ok_or(NO_SUCH_USER)?;
    let held = user.bindings.iter().position(|binding| binding.provider == provider);
    Ok(user.bindings.remove(held.ok_or(OAUTH_NOT_BOUND)?))
}
