//! The token endpoint: what an application gets for a code, a refresh token, a password, or for itself.

use super::error::OauthError;
use super::issue::{TokenSet, issue, valid_user};
use super::params::Params;
use super::{authorization_request, login, scope};
use crate::crypto::random;
use crate::service::mfa;
use crate::state::State;
use crate::state::provider::{App, Code, Grant, Redemption, RefreshOutcome};
use crate::world::World;

/// The scope of a password grant that names none.
pub(crate) const DEFAULT_SCOPE: &str = "openid profile email phone";

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
        (Some(challenge), Some(verifier))
            if !authorization_request::is_verifier(verifier) || !challenge.matches(verifier) =>
        {
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
        // This grant cannot carry a second factor, so a user who has one cannot use it.
        .and_then(|user| mfa::verify_otp(world, &user, None).map(|()| user))
        .and_then(|user| login::count(world, &user.id, ip).map(|()| user.id))
        .map_err(|_| {
            OauthError::invalid_grant(
                "the account or the password is wrong, or the user is blocked or has a second factor",
            )
        })?;
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
