//! New tokens of a grant: signed, stored, and written as the token endpoint's response.

use serde::Serialize;
use serde_json::{Value, json};

use super::error::OauthError;
use super::id_token::{Beside, IdTokenFacts};
use super::{claims, discovery, id_token, keys, scope};
use crate::clock::Timestamp;
use crate::crypto::random;
use crate::state::State;
use crate::state::provider::{AccessToken, App, Grant, TOKEN_LIFETIME};
use crate::state::users::{Key, User};
use crate::world::World;

/// How an access token is sent (RFC 6750).
pub(super) const TOKEN_TYPE: &str = "Bearer";

/// RFC 6749, section 5.1. It holds tokens, so it has no `Debug`.
#[derive(Serialize)]
pub(crate) struct TokenSet {
    pub(crate) access_token: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refresh_token: Option<String>,
    pub(crate) token_type: &'static str,
    pub(crate) expires_in: u64,
    pub(crate) scope: String,
}

/// The user, unless they are gone, blocked, or have logged out everywhere since this second.
pub(super) fn valid_user<'a>(state: &'a State, id: &str, since: i64) -> Option<&'a User> {
    state.users.find(Key::Id(id)).filter(|user| !user.blocked && since > user.revoked_through)
}

/// When new tokens are issued, and when they expire: seconds.
#[derive(Clone, Copy)]
pub(super) struct Validity {
    iat: i64,
    exp: i64,
}

/// New tokens of a grant, for the token endpoint.
pub(super) fn issue(
    world: &World,
    app: &App,
    grant: &Grant,
    scope: &str,
    nonce: Option<&str>,
    refreshes: bool,
) -> Result<TokenSet, OauthError> {
    let validity = validity(world, grant);
    let access_token = access_token(world, grant, scope, validity)?;
    let beside = Beside { access_token: Some(&access_token), nonce, code: None };
    let id_token = id_token(world, app, grant, scope, &beside, validity)?;
    let refresh_token = refreshes.then(|| world.state().provider.grants.issue_refresh_token(&grant.id, validity.iat));
    Ok(TokenSet {
        access_token,
        id_token,
        refresh_token,
        token_type: TOKEN_TYPE,
        expires_in: TOKEN_LIFETIME.as_secs(),
        scope: scope.to_owned(),
    })
}

/// As a user's token: the first after a logout is a second later than it.
pub(super) fn validity(world: &World, grant: &Grant) -> Validity {
    let revoked_through = {
        let state = world.state();
        let user = grant.user_id.as_deref().and_then(|id| state.users.find(Key::Id(id)));
        user.map_or(0, |user| user.revoked_through)
    };
    let iat = world.now().seconds().max(revoked_through + 1);
    Validity { iat, exp: Timestamp::from_seconds(iat).plus(TOKEN_LIFETIME).seconds() }
}

/// It is signed without holding the state.
pub(super) fn access_token(
    world: &World,
    grant: &Grant,
    scope: &str,
    Validity { iat, exp }: Validity,
) -> Result<String, OauthError> {
    let token = AccessToken { grant_id: grant.id.clone(), jti: random::hex::<16>(), scope: scope.to_owned(), iat, exp };
    let claims = access_claims(world, grant, &token);
    let signed = keys::current(world)?.sign(&claims).map_err(|_| OauthError::server_error())?;
    world.state().provider.grants.add_access_token(&signed, token);
    Ok(signed)
}

/// `None`: the grant is an application's own, or its scope has no `openid`.
pub(super) fn id_token(
    world: &World,
    app: &App,
    grant: &Grant,
    scope: &str,
    beside: &Beside<'_>,
    Validity { iat, exp }: Validity,
) -> Result<Option<String>, OauthError> {
    if !scope::has(scope, scope::OPENID) {
        return Ok(None);
    }
    let about_user = {
        let state = world.state();
        let user = grant.user_id.as_deref().and_then(|id| state.users.find(Key::Id(id)));
        user.map(|user| claims::of_user(&state, user, scope))
    };
    let auth_time = grant.auth_time.map(|time| not_later(world, time));
    let facts = IdTokenFacts { beside, sid: grant.sid.as_deref(), auth_time, iat: not_later(world, iat), exp };
    about_user.map(|claims| id_token::sign(world, app, claims, &facts)).transpose()
}

/// The time of a login or a token, as a claim. The first after a logout is kept a second late, and clients refuse a token from the
/// future.
fn not_later(world: &World, seconds: i64) -> i64 {
    seconds.min(world.now().seconds())
}

/// The claims of an access token.
pub(super) fn access_claims(world: &World, grant: &Grant, token: &AccessToken) -> Value {
    let AccessToken { grant_id: _, jti, scope, iat, exp } = token;
    json!({
        "jti": jti,
        "sub": grant.subject(),
        "iat": not_later(world, *iat),
        "exp": exp,
        "scope": scope,
        "iss": discovery::issuer(world),
        "aud": grant.app_id,
    })
}
