//! The administrator's access key: the pool's id and secret, and the token that they get.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Outcome;
use super::error::{NO_SUCH_POOL, NOT_AUTHORIZED, V3Error, WRONG_ACCESS_KEY};
use crate::crypto::{hash, token};
use crate::world::World;

/// The lifetime of a management token; the documentation has none.
const LIFETIME: Duration = Duration::from_hours(2);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GetToken {
    access_key_id: String,
    access_key_secret: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Claims {
    sub: String,
    scoped_userpool_id: String,
    iat: i64,
    exp: i64,
}

pub(crate) fn token(world: &World, request: &GetToken) -> Outcome {
    if request.access_key_id != world.config.user_pool_id
        || !hash::equal_secrets(&request.access_key_secret, &world.config.secret)
    {
        return Err(WRONG_ACCESS_KEY);
    }
    let now = world.now();
    let claims = Claims {
        sub: request.access_key_id.clone(),
        scoped_userpool_id: world.config.user_pool_id.clone(),
        iat: now.seconds(),
        exp: now.plus(LIFETIME).seconds(),
    };
    let token = token::sign(&claims, &key(world)).map_err(|_| NOT_AUTHORIZED)?;
    Ok(json!({ "access_token": token, "expires_in": LIFETIME.as_secs() }))
}

/// Whether a token is this pool's administrator's, and valid.
pub(crate) fn check_token(world: &World, text: &str) -> Result<(), V3Error> {
    let claims: Claims = token::verify(text, &key(world)).ok_or(NOT_AUTHORIZED)?;
    let is_valid = claims.scoped_userpool_id == world.config.user_pool_id && world.now().seconds() < claims.exp;
    if is_valid { Ok(()) } else { Err(NOT_AUTHORIZED) }
}

/// `x-authing-userpool-id`, where it is given, must be ours.
pub(crate) fn check_pool(world: &World, pool: Option<&str>) -> Result<(), V3Error> {
    if pool.is_none_or(|pool| pool == world.config.user_pool_id) { Ok(()) } else { Err(NO_SUCH_POOL) }
}

/// Not the pool's secret itself, so that no other token is taken for the administrator's.
fn key(world: &World) -> String {
    format!("administrator of {}: {}", world.config.user_pool_id, world.config.secret)
}
