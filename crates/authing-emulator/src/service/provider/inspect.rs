//! Userinfo, introspection (RFC 7662) and revocation (RFC 7009).

use serde_json::{Map, Value, json};

use super::error::{INSUFFICIENT_SCOPE, OauthError};
use super::issue::{access_claims, valid_user};
use super::params::Params;
use super::{claims, discovery, id_token, scope};
use crate::state::State;
use crate::state::provider::{AccessToken, App, Grant};
use crate::state::users::User;
use crate::world::World;

/// A valid access token, its grant, and its user unless it is an application's own.
fn active<'a>(world: &World, state: &'a State, token: &str) -> Option<(&'a Grant, &'a AccessToken, Option<&'a User>)> {
    let (grant, access) = state.provider.grants.access_token(token)?;
    let user = match &grant.user_id {
        Some(id) => Some(valid_user(state, id, access.iat)?),
        None => None,
    };
    (world.now().seconds() < access.exp).then_some((grant, access, user))
}

/// An access token that is valid for a user.
pub(crate) struct UserToken {
    pub(crate) user: User,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
}

/// `None`: no access token of this provider, or one that is no longer valid, or an application's own.
pub(crate) fn user_token(world: &World, token: &str) -> Option<UserToken> {
    let state = world.state();
    let (_, access, user) = active(world, &state, token)?;
    Some(UserToken { user: user?.clone(), iat: access.iat, exp: access.exp })
}

/// The user and the application that a valid access token is for.
pub(crate) fn signed_in(world: &World, token: &str) -> Option<(String, String)> {
    let state = world.state();
    let (grant, _, user) = active(world, &state, token)?;
    Some((user?.id.clone(), grant.app_id.clone()))
}

/// The claims that an access token's scope lets an application see.
pub(crate) fn user_info(world: &World, token: &str) -> Result<Map<String, Value>, OauthError> {
    let state = world.state();
    let (_, access, user) = active(world, &state, token)
        .ok_or_else(|| OauthError::invalid_token("the access token is not valid, or has expired"))?;
    match user {
        Some(user) if scope::has(&access.scope, scope::OPENID) || scope::has(&access.scope, scope::USER) => {
            Ok(claims::of_user(&state, user, &access.scope))
        }
        _ => Err(OauthError::new(INSUFFICIENT_SCOPE, "the access token has not the scope openid")),
    }
}

/// An application asks about its own tokens; any other is inactive for it.
pub(crate) fn introspect(world: &World, app: &App, form: &Params) -> Result<Value, OauthError> {
    form.check_no_repetition()?;
    let token = form.require("token")?;
    let state = world.state();
    let as_access = active(world, &state, token).filter(|(grant, ..)| grant.app_id == app.id);
    if let Some((grant, access, _)) = as_access {
        let facts = Facts { jti: Some(&access.jti), scope: &access.scope, iat: access.iat, exp: access.exp };
        return Ok(described(world, grant, &facts));
    }
    let as_refresh = state.provider.grants.refresh_token(token, world.now()).filter(|(grant, token)| {
        grant.app_id == app.id && grant.user_id.as_deref().is_some_and(|id| valid_user(&state, id, token.iat).is_some())
    });
    Ok(match as_refresh {
        Some((grant, token)) => {
            described(world, grant, &Facts { jti: None, scope: &grant.scope, iat: token.iat, exp: token.exp })
        }
        None => json!({ "active": false }),
    })
}

/// The facts of a valid token that its grant does not have. A refresh token has no `jti`.
struct Facts<'a> {
    jti: Option<&'a str>,
    scope: &'a str,
    iat: i64,
    exp: i64,
}

/// The response of an introspection, in the order of the service's documentation; `aud`, which it does not list, comes last.
fn described(world: &World, grant: &Grant, facts: &Facts<'_>) -> Value {
    let &Facts { jti, scope, iat, exp } = facts;
    let mut described = json!({
        "active": true,
        "sub": grant.subject(),
        "client_id": grant.app_id,
        "exp": exp,
        "iat": iat,
        "iss": discovery::issuer(world),
    });
    if let Some(jti) = jti {
        described["jti"] = json!(jti);
    }
    described["scope"] = json!(scope);
    if jti.is_some() {
        described["token_type"] = json!("Bearer");
    }
    described["aud"] = json!(grant.app_id);
    described
}

/// A refresh token is revoked with its whole grant, an access token alone. An unknown token is no error.
pub(crate) fn revoke(world: &World, app: &App, form: &Params) -> Result<(), OauthError> {
    form.check_no_repetition()?;
    let token = form.require("token")?;
    let mut state = world.state();
    let now = world.now();
    let grants = &mut state.provider.grants;
    let owner = |(grant, _): (&Grant, _)| (grant.app_id.clone(), grant.id.clone());
    let as_refresh = grants.refresh_token(token, now).map(|(grant, _)| (grant.app_id.clone(), grant.id.clone()));
    let as_access = grants.access_token(token).map(|(grant, access)| owner((grant, access)));
    let foreign = |found: &Option<(String, String)>| found.as_ref().is_some_and(|(app_id, _)| *app_id != app.id);
    if foreign(&as_refresh) || foreign(&as_access) {
        return Err(OauthError::invalid_request("the token is another application's"));
    }
    if let Some((_, grant_id)) = as_refresh {
        grants.revoke(&grant_id);
    }
    if as_access.is_some() {
        grants.revoke_access_token(token);
    }
    Ok(())
}

/// The claims of a valid access token or id token, for `validate_token`.
pub(crate) fn validate(world: &World, params: &Params) -> Option<Value> {
    if let Some(token) = params.get("access_token") {
        let state = world.state();
        let (grant, access, _) = active(world, &state, token)?;
        return Some(access_claims(world, grant, access));
    }
    let hint = id_token::read_hint(world, params.get("id_token")?)?;
    (world.now().seconds() < hint.exp).then_some(hint.claims)
}
