//! The parameters of a successful authorization response: a code, and in the implicit and hybrid flows tokens (OpenID Connect
//! Core, sections 3.2.2.5 and 3.3.2.5).

use super::apps;
use super::error::OauthError;
use super::id_token::Beside;
use super::issue::{self, TOKEN_TYPE};
use crate::crypto::random;
use crate::state::provider::{App, AuthorizationRequest, BrowserSession, Code, Grant, ResponseType, TOKEN_LIFETIME};
use crate::world::World;

type Parameters = Vec<(&'static str, String)>;

pub(super) fn parameters(
    world: &World,
    request: &AuthorizationRequest,
    session: &BrowserSession,
) -> Result<Parameters, OauthError> {
    let code = request.response_type.code.then(|| issue_code(world, request, session));
    let mut parameters = Parameters::from_iter(code.clone().map(|code| ("code", code)));
    if request.response_type.token || request.response_type.id_token {
        let app = apps::find(world, &request.app_id).ok_or_else(OauthError::invalid_client)?;
        let grant = add_grant(world, request, session);
        parameters.extend(tokens(world, &app, request, &grant, code.as_deref())?);
    }
    Ok(parameters)
}

fn issue_code(world: &World, request: &AuthorizationRequest, session: &BrowserSession) -> String {
    world.state().provider.codes.issue(Code {
        app_id: request.app_id.clone(),
        user_id: session.user_id.clone(),
        redirect_uri: request.redirect_uri.clone(),
        scope: request.scope.clone(),
        nonce: request.nonce.clone(),
        challenge: request.challenge.clone(),
        sid: session.sid.clone(),
        auth_time: session.authenticated.seconds(),
        issued: world.now(),
        grant_id: None,
    })
}

/// The grant of the tokens that the browser carries. The code's exchange gives a grant of its own.
fn add_grant(world: &World, request: &AuthorizationRequest, session: &BrowserSession) -> Grant {
    let grant = Grant {
        id: random::hex::<16>(),
        app_id: request.app_id.clone(),
        user_id: Some(session.user_id.clone()),
        scope: request.scope.clone(),
        sid: Some(session.sid.clone()),
        auth_time: Some(session.authenticated.seconds()),
        issued: world.now(),
        revoked: false,
    };
    world.state().provider.grants.add(grant.clone());
    grant
}

fn tokens(
    world: &World,
    app: &App,
    request: &AuthorizationRequest,
    grant: &Grant,
    code: Option<&str>,
) -> Result<Parameters, OauthError> {
    let ResponseType { id_token, token, .. } = request.response_type;
    let mut parameters = Parameters::new();
    let validity = issue::validity(world, grant);
    let access_token = token.then(|| issue::access_token(world, grant, &grant.scope, validity)).transpose()?;
    if let Some(access_token) = &access_token {
        parameters.push(("access_token", access_token.clone()));
        parameters.push(("token_type", TOKEN_TYPE.to_owned()));
        parameters.push(("expires_in", TOKEN_LIFETIME.as_secs().to_string()));
        parameters.push(("scope", grant.scope.clone()));
    }
    if id_token {
        let beside = Beside { access_token: access_token.as_deref(), code, nonce: request.nonce.as_deref() };
        let id_token = issue::id_token(world, app, grant, &grant.scope, &beside, validity)?;
        parameters.extend(id_token.map(|id_token| ("id_token", id_token)));
    }
    Ok(parameters)
}
