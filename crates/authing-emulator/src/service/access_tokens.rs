//! Access tokens of OpenID Connect: what they claim, and whether they still work.

use std::time::Duration;

use authing_core::Operation as _;
use authing_core::oidc::GetUserInfo;
use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::config::OidcApp;
use crate::crypto::{random, token};
use crate::errors::{ErrorResponse, TOKEN_EXPIRED, TOKEN_INVALID, USER_BLOCKED};
use crate::state::users::{Key, User};
use crate::world::World;

/// The lifetime of an access token and of an id token: the default of the setting in the service's console.
pub(super) const LIFETIME: Duration = Duration::from_hours(1);

/// The claims of an access token.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AccessTokenClaims {
    pub(crate) jti: String,
    pub(crate) sub: String,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
    pub(crate) scope: String,
    pub(crate) iss: String,
    pub(crate) aud: String,
}

/// The claims of an access token that is genuine, not expired and not revoked; and its user.
pub(crate) fn introspect(world: &World, token: &str) -> Result<(AccessTokenClaims, User), ErrorResponse> {
    let apps = &world.config.oidc_apps;
    let verified = apps
        .iter()
        .find_map(|app| token::verify::<AccessTokenClaims>(token, &app.secret).filter(|claims| claims.aud == app.id));
    let claims = verified.ok_or(TOKEN_INVALID)?;
    if world.now().seconds() >= claims.exp {
        return Err(TOKEN_EXPIRED);
    }
    match world.state().users.find(Key::Id(&claims.sub)) {
        None => Err(TOKEN_INVALID),
        Some(user) if claims.iat <= user.revoked_through => Err(TOKEN_EXPIRED),
        Some(user) if user.blocked => Err(USER_BLOCKED),
        Some(user) => Ok((claims, user.clone())),
    }
}

pub(super) fn new_claims(world: &World, app: &OidcApp, user: &User, scope: &str) -> AccessTokenClaims {
    // As a user's token: the first after a logout is a second later than it.
    let iat = world.now().seconds().max(user.revoked_through + 1);
    AccessTokenClaims {
        jti: random::hex::<16>(),
        sub: user.id.clone(),
        iat,
        exp: Timestamp::from_seconds(iat).plus(LIFETIME).seconds(),
        scope: scope.into(),
        iss: issuer(world),
        aud: app.id.clone(),
    }
}

/// The issuer: the URL under which the endpoints of OpenID Connect are found.
fn issuer(world: &World) -> String {
    let endpoint = GetUserInfo::ENDPOINT;
    let base = endpoint.path().rsplit_once('/').map_or("", |(base, _)| base);
    format!("{}{base}", world.origin())
}

pub(super) fn sign(claims: &impl Serialize, app: &OidcApp) -> Result<String, ErrorResponse> {
    token::sign(claims, &app.secret).map_err(|_| TOKEN_INVALID)
}
