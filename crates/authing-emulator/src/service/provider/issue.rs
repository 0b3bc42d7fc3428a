//! New tokens of a grant: signed, stored, and written as the token endpoint's response.

use serde::Serialize;
use serde_json::{Value, json};

use super::error::OauthError;
use super::id_token::IdTokenFacts;
use super::{claims, discovery, id_token, keys, scope};
use crate::clock::Timestamp;
use crate::crypto::random;
use crate::state::State;
use crate::state::provider::{AccessToken, App, Grant, TOKEN_LIFETIME};
use crate::state::users::{Key, User};
use crate::world::World;

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

/// New tokens of a grant. They are signed without holding the state.
pub(super) fn issue(
    world: &World,
    app: &App,
    grant: &Grant,
    scope: &str,
    nonce: Option<&str>,
    refreshes: bool,
) -> Result<TokenSet, OauthError> {
    let (about_user, revoked_through) = {
        let state = world.state();
        let user = grant.user_id.as_deref().and_then(|id| state.users.find(Key::Id(id)));
        (user.map(|user| claims::of_user(&state, user, scope)), user.map_or(0, |user| user.revoked_through))
    };
    // As a user's token: the first after a logout is a second later than it.
    let iat = world.now().seconds().max(revoked_through + 1);
    let exp = Timestamp::from_seconds(iat).plus(TOKEN_LIFETIME).seconds();
    let token = AccessToken { grant_id: grant.id.clone(), jti: random::hex::<16>(), scope: scope.to_owned(), iat, exp };
    let claims = access_claims(world, grant, &token);
    let access_token = keys::current(world)?.sign(&claims).map_err(|_| OauthError::server_error())?;
    let facts = IdTokenFacts {
        access_token: &access_token,
        nonce,
        sid: grant.sid.as_deref(),
        auth_time: grant.auth_time,
        iat,
        exp,
    };
    let about_user = about_user.filter(|_| scope::has(scope, scope::OPENID));
    let id_token = about_user.map(|claims| id_token::sign(world, app, claims, &facts)).transpose()?;
    let mut state = world.state();
    let grants = &mut state.provider.grants;
    grants.add_access_token(&access_token, token);
    let refresh_token = refreshes.then(|| grants.issue_refresh_token(&grant.id, iat));
    Ok(TokenSet {
        access_token,
        id_token,
        refresh_token,
        token_type: "Bearer",
        expires_in: TOKEN_LIFETIME.as_secs(),
        scope: scope.to_owned(),
    })
}

/// The claims of an access token.
pub(super) fn access_claims(world: &World, grant: &Grant, token: &AccessToken) -> Value {
    let AccessToken { grant_id: _, jti, scope, iat, exp } = token;
    json!({
        "jti": jti,
        "sub": grant.subject(),
        "iat": iat,
        "exp": exp,
        "scope": scope,
        "iss": discovery::issuer(world),
        "aud": grant.app_id,
    })
}
