//! The token endpoint: what an application gets for a code, a refresh token, a password, or for itself.

use serde::Serialize;
use serde_json::json;

use super::error::OauthError;
use super::id_token::IdTokenFacts;
use super::params::Params;
use super::{authorize, claims, discovery, id_token, keys, login, scope};
use crate::clock::Timestamp;
use crate::crypto::random;
use crate::state::State;
use crate::state::provider::{AccessToken, App, Code, Grant, Redemption, RefreshOutcome, TOKEN_LIFETIME};
use crate::state::users::{Key, User};
use crate::world::World;

/// The scope of a password grant that names none.
pub(crate) const DEFAULT_SCOPE: &str = "openid profile email phone";

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

pub(crate) fn exchange(world: &World, app: &App, form: &Params, ip: &str) -> Result<TokenSet, OauthError> {
    form.check_no_repetition()?;
    match form.require("grant_type")? {
        "authorization_code" => by_code(world, app, form),
        "refresh_token" => by_refresh_token(world, app, form),
        "client_credentials" => by_client_credentials(world, app, form),
        "password" => by_password(world, app, form, ip),
        _ => Err(OauthError::new("unsupported_grant_type", "grant_type is not supported")),
    }
}

/// RFC 6749, section 4.1.3, with RFC 7636, section 4.6.
fn by_code(world: &World, app: &App, form: &Params) -> Result<TokenSet, OauthError> {
    let text = form.require("code")?;
    let redirect_uri = form.require("redirect_uri")?;
    let now = world.now();
    let (code, grant) = {
        let mut state = world.state();
        let code = match state.provider.codes.find(text, &app.id, now) {
            Redemption::Valid(code) => code,
            Redemption::Used { grant_id } => {
                state.provider.grants.revoke(&grant_id);
                return Err(OauthError::invalid_grant("the code was used before: all it gave is revoked"));
            }
            Redemption::Invalid => return Err(OauthError::invalid_grant("the code is not valid, or has expired")),
        };
        check_code(&state, &code, redirect_uri, form.get("code_verifier"))?;
        let grant = Grant {
            id: random::hex::<16>(),
            app_id: app.id.clone(),
            user_id: Some(code.user_id.clone()),
            scope: code.scope.clone(),
            sid: Some(code.sid.clone()),
            auth_time: Some(code.auth_time),
            issued: now,
            revoked: false,
        };
        state.provider.codes.mark_used(text, &grant.id);
        state.provider.grants.add(grant.clone());
        (code, grant)
    };
    let refreshes = scope::has(&grant.scope, scope::OFFLINE_ACCESS);
    issue(world, app, &grant, &grant.scope, code.nonce.as_deref(), refreshes)
}

fn check_code(state: &State, code: &Code, redirect_uri: &str, verifier: Option<&str>) -> Result<(), OauthError> {
    if code.redirect_uri != redirect_uri {
        return Err(OauthError::invalid_grant("redirect_uri is not the one that the code was sent to"));
    }
    match (&code.challenge, verifier) {
        (Some(_), None) => return Err(OauthError::missing("code_verifier")),
        // Against a downgrade (RFC 9700, section 2.1.1).
        (None, Some(_)) => return Err(OauthError::invalid_grant("code_verifier is given, and no code_challenge was")),
        (Some(challenge), Some(verifier)) if !authorize::is_verifier(verifier) || !challenge.matches(verifier) => {
            return Err(OauthError::invalid_grant("code_verifier does not fit code_challenge"));
        }
        _ => {}
    }
    let user = valid_user(state, &code.user_id, code.auth_time);
    user.map(|_| ()).ok_or_else(|| OauthError::invalid_grant("the user is no longer logged in"))
}

/// RFC 6749, section 6, with rotation.
fn by_refresh_token(world: &World, app: &App, form: &Params) -> Result<TokenSet, OauthError> {
    let text = form.require("refresh_token")?;
    let now = world.now();
    let (grant, narrowed) = {
        let mut state = world.state();
        let (grant, token) = match state.provider.grants.check_refresh_token(text, &app.id, now) {
            RefreshOutcome::Valid(grant, token) => (grant, token),
            RefreshOutcome::Reused => {
                return Err(OauthError::invalid_grant("the refresh token was used before: its family is revoked"));
            }
            RefreshOutcome::Invalid => {
                return Err(OauthError::invalid_grant("the refresh token is not valid, or has expired"));
            }
        };
        let user = grant.user_id.as_deref().and_then(|id| valid_user(&state, id, token.iat));
        if user.is_none() {
            return Err(OauthError::invalid_grant("the user is no longer logged in"));
        }
        let narrowed = scope::narrowed(&grant.scope, form.get("scope"))?;
        state.provider.grants.mark_refresh_token_used(text);
        (grant, narrowed)
    };
    issue(world, app, &grant, &narrowed, None, true)
}

/// RFC 6749, section 4.4: no user, so neither an id token nor a refresh token.
fn by_client_credentials(world: &World, app: &App, form: &Params) -> Result<TokenSet, OauthError> {
    if app.is_public() {
        return Err(OauthError::new("unauthorized_client", "client_credentials needs an application with a secret"));
    }
    let asked = scope::parse(form.get("scope").unwrap_or_default())?;
    let grant = Grant {
        id: random::hex::<16>(),
        app_id: app.id.clone(),
        user_id: None,
        scope: scope::without(&asked, &[scope::OPENID, scope::OFFLINE_ACCESS]),
        sid: None,
        auth_time: None,
        issued: world.now(),
        revoked: false,
    };
    world.state().provider.grants.add(grant.clone());
    issue(world, app, &grant, &grant.scope, None, false)
}

/// RFC 6749, section 4.3.
fn by_password(world: &World, app: &App, form: &Params, ip: &str) -> Result<TokenSet, OauthError> {
    let (account, password) = (form.require("username")?, form.require("password")?);
    let scope = scope::parse(form.get("scope").unwrap_or(DEFAULT_SCOPE))?;
    let user_id = login::check_password(world, account, password)
        .and_then(|user| login::count(world, &user.id, ip).map(|()| user.id))
        .map_err(|_| OauthError::invalid_grant("the account or the password is wrong, or the user is blocked"))?;
    for_user(world, app, &user_id, &scope)
}

/// Tokens for a user who has just logged in, without a browser.
pub(crate) fn for_user(world: &World, app: &App, user_id: &str, scope: &str) -> Result<TokenSet, OauthError> {
    let now = world.now();
    let grant = Grant {
        id: random::hex::<16>(),
        app_id: app.id.clone(),
        user_id: Some(user_id.to_owned()),
        scope: scope.to_owned(),
        sid: None,
        auth_time: Some(now.seconds()),
        issued: now,
        revoked: false,
    };
    world.state().provider.grants.add(grant.clone());
    issue(world, app, &grant, scope, None, scope::has(scope, scope::OFFLINE_ACCESS))
}

/// The user, unless they are gone, blocked, or have logged out everywhere since this second.
pub(crate) fn valid_user<'a>(state: &'a State, id: &str, since: i64) -> Option<&'a User> {
    state.users.find(Key::Id(id)).filter(|user| !user.blocked && since > user.revoked_through)
}

/// New tokens of a grant. They are signed without holding the state.
fn issue(
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
    let access_token = sign_access_token(world, app, grant, &token)?;
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

fn sign_access_token(world: &World, app: &App, grant: &Grant, token: &AccessToken) -> Result<String, OauthError> {
    let AccessToken { grant_id: _, jti, scope, iat, exp } = token;
    let claims = json!({
        "jti": jti,
        "sub": grant.user_id.as_ref().unwrap_or(&app.id),
        "iat": iat,
        "exp": exp,
        "scope": scope,
        "iss": discovery::issuer(world),
        "aud": app.id,
    });
    keys::current(world)?.sign(&claims).map_err(|_| OauthError::server_error())
}
