//! The tokens of users and of the pool's owner: issued, checked, revoked.

use std::time::Duration;

use serde_json::{Value, json};

use crate::clock::Timestamp;
use crate::crypto::token::{self, Claims, Subject};
use crate::errors::{ErrorResponse, NO_SUCH_USER, NOT_LOGGED_IN, OK, TOKEN_EXPIRED, TOKEN_INVALID, USER_BLOCKED};
use crate::service::access_tokens;
use crate::service::provider::inspect;
use crate::state::users::{Key, LOGGED_OUT_AT, User};
use crate::world::World;

/// The lifetime of an owner's token.
const OWNER_TOKEN_LIFETIME: Duration = Duration::from_hours(24);

/// The service's message about a valid token.
pub(crate) const LOGGED_IN: &str = "已登录";

/// The user id in the owner's token: no user of the pool has it.
const OWNER_ID: &str = "000000000000000000000001";

/// The claims of a user's token; error 2206 or 2207 if it is not valid. An access token of OpenID Connect, of either generation, is
/// accepted as well: the published clients keep it in the place of a user's token.
pub(crate) fn introspect(world: &World, token: &str) -> Result<Claims, ErrorResponse> {
    let Some(claims) = token::verify::<Claims>(token, &world.config.secret) else {
        if let Some(access) = inspect::user_token(world, token) {
            return Ok(Claims { data: subject(world, &access.user), iat: access.iat, exp: access.exp });
        }
        let (access, user) = access_tokens::introspect(world, token)?;
        return Ok(Claims { data: subject(world, &user), iat: access.iat, exp: access.exp });
    };
    check_claims(world, &claims)?;
    Ok(claims)
}

/// Whether a token with these claims is still valid.
fn check_claims(world: &World, claims: &Claims) -> Result<(), ErrorResponse> {
    if claims.data.client_id != world.config.user_pool_id {
        return Err(TOKEN_INVALID);
    }
    if world.now().seconds() >= claims.exp {
        return Err(TOKEN_EXPIRED);
    }
    match world.state().users.find(Key::Id(&claims.data.id)) {
        None => Err(TOKEN_INVALID),
        Some(user) if claims.iat <= user.revoked_through => Err(TOKEN_EXPIRED),
        Some(user) if user.blocked => Err(USER_BLOCKED),
        Some(_) => Ok(()),
    }
}

/// Counts a login, issues a token, and returns the user with it.
pub(crate) fn issue_token(world: &World, id: &str, ip: &str) -> Result<Value, ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let login = state.new_id(now);
    let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    if user.blocked {
        return Err(USER_BLOCKED);
    }
    user.logins_count += 1;
    user.last_login = Some(now.iso());
    user.last_ip = Some(ip.to_owned());
    user.logins.add(login, now, ip);
    login_response(world, &mut user)
}

/// The user with a fresh token.
fn login_response(world: &World, user: &mut User) -> Result<Value, ErrorResponse> {
    // A token is told from a revoked one by its second of issue alone, so the first after a logout is a second later.
    let iat = world.now().seconds().max(user.revoked_through + 1);
    let exp = Timestamp::from_seconds(iat).plus(world.config.token_lifetime);
    let claims = Claims { data: subject(world, user), iat, exp: exp.seconds() };
    user.token_expired_at = Some(exp.iso());
    let mut answer = user.to_json(&world.config.user_pool_id);
    answer["token"] = json!(token::sign(&claims, &world.config.secret).map_err(|_| TOKEN_INVALID)?);
    user.remember(claims);
    Ok(answer)
}

/// Issues a token to a user; earlier ones stay valid.
pub(crate) fn renew(world: &World, id: &str) -> Result<(String, Claims), ErrorResponse> {
    let answer = {
        let mut state = world.state();
        let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
        login_response(world, &mut user)?
    };
    let token = answer["token"].as_str().unwrap_or_default().to_owned();
    let claims = introspect(world, &token)?;
    Ok((token, claims))
}

fn subject(world: &World, user: &User) -> Subject {
    Subject {
        email: user.email.clone(),
        id: user.id.clone(),
        client_id: world.config.user_pool_id.clone(),
        unionid: user.unionid.clone(),
    }
}

/// Revokes every token issued to this user so far.
pub(crate) fn revoke_tokens(world: &World, user: &mut User) {
    user.revoked_through = world.now().seconds().max(user.revoked_through + 1);
    user.token_expired_at = Some(LOGGED_OUT_AT.into());
}

pub(crate) fn owner_token(world: &World) -> Result<String, ErrorResponse> {
    let now = world.now();
    let data =
        Subject { email: None, id: OWNER_ID.into(), client_id: world.config.user_pool_id.clone(), unionid: None };
    let exp = now.plus(OWNER_TOKEN_LIFETIME).seconds();
    token::sign(&Claims { data, iat: now.seconds(), exp }, &owner_key(world)).map_err(|_| TOKEN_INVALID)
}

/// Not the pool's secret itself, so that no verifier of users' tokens takes the owner for a user.
pub(super) fn owner_key(world: &World) -> String {
    format!("owner of {}: {}", world.config.user_pool_id, world.config.secret)
}

/// The code and message for a token with these claims.
pub(crate) fn claims_status(world: &World, claims: &Claims) -> Value {
    match check_claims(world, claims) {
        Ok(()) => json!({ "code": OK, "message": LOGGED_IN }),
        Err(why) => json!({ "code": why.code, "message": why.message }),
    }
}

/// `checkLoginStatus` and `/authing/token`, which respond alike.
pub(crate) fn login_status(world: &World, token: Option<&str>) -> Value {
    let Some(token) = token.filter(|token| !token.is_empty()) else {
        return json!({ "status": false, "code": NOT_LOGGED_IN.code, "message": "未登录", "token": null });
    };
    match introspect(world, token) {
        Ok(claims) => json!({ "status": true, "code": OK, "message": LOGGED_IN, "token": claims }),
        Err(why) => json!({ "status": false, "code": why.code, "message": why.message, "token": null }),
    }
}
