//! The keys that sign tokens.

use serde_json::{Value, json};

use super::error::OauthError;
use crate::crypto::signing_key::{KeyError, SigningKey};
use crate::world::World;

/// The key in use. The first use generates it, without holding the state.
pub(crate) fn current(world: &World) -> Result<SigningKey, OauthError> {
    let current = world.state().provider.keys.current().cloned();
    match current {
        Some(key) => Ok(key),
        None => first(world).map_err(|_| OauthError::server_error()),
    }
}

fn first(world: &World) -> Result<SigningKey, KeyError> {
    let key = SigningKey::process_wide()?;
    Ok(world.state().provider.keys.current_or(key))
}

/// The JWK set.
pub(crate) fn jwks(world: &World) -> Result<Value, OauthError> {
    current(world)?;
    Ok(json!({ "keys": world.state().provider.keys.jwks(world.now()) }))
}

/// Signs with a new key from now on; its `kid`.
pub(crate) fn rotate(world: &World, forget_old: bool) -> Result<String, OauthError> {
    current(world)?;
    let next = SigningKey::generate().map_err(|_| OauthError::server_error())?;
    let kid = next.kid().to_owned();
    world.state().provider.keys.rotate(next, forget_old, world.now());
    Ok(kid)
}
