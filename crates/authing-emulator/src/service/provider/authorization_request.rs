//! The parameters of an authorization request, each checked (RFC 6749, section 4.1.1; OpenID Connect Core, section 3.1.2.1).

use super::error::OauthError;
use super::params::Params;
use super::{id_token, scope};
use crate::state::provider::{
    App, AuthorizationRequest, Challenge, ChallengeMethod, Prompts, ResponseMode, ResponseType,
};
use crate::world::World;

/// The longest text that a request may have the provider repeat or keep, in bytes.
const LONGEST: usize = 2000;

pub(super) fn response_mode(params: &Params) -> Result<ResponseMode, OauthError> {
    let default = default_response_mode(params);
    match params.get("response_mode") {
        None => Ok(default),
        Some("query") if default == ResponseMode::Fragment => {
            Err(OauthError::invalid_request("response_mode query cannot carry tokens"))
        }
        Some("query") => Ok(ResponseMode::Query),
        Some("fragment") => Ok(ResponseMode::Fragment),
        Some("form_post") => Ok(ResponseMode::FormPost),
        Some("web_message") => Ok(ResponseMode::WebMessage),
        Some(_) => Err(OauthError::invalid_request("response_mode is not supported")),
    }
}

/// The response to a request for tokens is in the fragment, an error included (OAuth 2.0 Multiple Response Type Encoding Practices,
/// section 5).
pub(super) fn default_response_mode(params: &Params) -> ResponseMode {
    let mut types = params.get("response_type").unwrap_or_default().split(' ');
    if types.any(|name| matches!(name, "token" | "id_token")) { ResponseMode::Fragment } else { ResponseMode::Query }
}

pub(super) fn read(
    world: &World,
    app: &App,
    redirect_uri: &str,
    response_mode: ResponseMode,
    params: &Params,
    default_scope: &str,
) -> Result<AuthorizationRequest, OauthError> {
    params.check_no_repetition()?;
    check_unsupported(params)?;
    check_lengths(params)?;
    let response_type = response_type(params)?;
    let prompts = prompts(params)?;
    let scope = granted_scope(params, default_scope, prompts, response_type)?;
    let nonce = params.owned("nonce");
    if response_type.id_token {
        check_id_token(&scope, nonce.as_deref())?;
    }
    Ok(AuthorizationRequest {
        app_id: app.id.clone(),
        redirect_uri: redirect_uri.to_owned(),
        response_type,
        response_mode,
        state: params.owned("state"),
        scope,
        nonce,
        challenge: challenge(app, params, response_type)?,
        prompts,
        max_age: max_age(params)?,
        login_hint: params.owned("login_hint"),
        expected_user: expected_user(world, app, params)?,
        ui_locales: params.owned("ui_locales"),
    })
}

fn response_type(params: &Params) -> Result<ResponseType, OauthError> {
    let unsupported = || OauthError::new("unsupported_response_type", "response_type is not supported");
    ResponseType::parse(params.require("response_type")?).ok_or_else(unsupported)
}

/// An id token in the authorization response needs a nonce against replays (OpenID Connect Core, sections 3.2.2.1 and 3.3.2.11).
fn check_id_token(scope: &str, nonce: Option<&str>) -> Result<(), OauthError> {
    if !scope::has(scope, scope::OPENID) {
        return Err(OauthError::invalid_request("response_type id_token needs the scope openid"));
    }
    nonce.map(|_| ()).ok_or_else(|| OauthError::missing("nonce"))
}

/// OpenID Connect Core, section 3.1.2.6.
fn check_unsupported(params: &Params) -> Result<(), OauthError> {
    let unsupported = [
        ("request", "request_not_supported"),
        ("request_uri", "request_uri_not_supported"),
        ("registration", "registration_not_supported"),
    ];
    match unsupported.iter().find(|(name, _)| params.get(name).is_some()) {
        Some((_, code)) => Err(OauthError::new(code, "this parameter is not supported")),
        None => Ok(()),
    }
}

fn check_lengths(params: &Params) -> Result<(), OauthError> {
    let is_long = |name: &&&str| params.get(name).is_some_and(|value| value.len() > LONGEST);
    match ["state", "nonce", "login_hint", "ui_locales"].iter().find(is_long) {
        Some(name) => Err(OauthError::invalid_request(format!("{name} is longer than {LONGEST} bytes"))),
        None => Ok(()),
    }
}

fn prompts(params: &Params) -> Result<Prompts, OauthError> {
    let mut prompts = Prompts::default();
    for prompt in params.get("prompt").unwrap_or_default().split(' ').filter(|prompt| !prompt.is_empty()) {
        match prompt {
            "none" => prompts.none = true,
            "login" | "select_account" => prompts.login = true,
            "consent" => prompts.consent = true,
            _ => return Err(OauthError::invalid_request("prompt is not supported")),
        }
    }
    if prompts.none && (prompts.login || prompts.consent) {
        return Err(OauthError::invalid_request("prompt none excludes every other"));
    }
    Ok(prompts)
}

/// A refresh token needs the user's consent and a code (OpenID Connect Core, section 11): otherwise `offline_access` is ignored.
fn granted_scope(
    params: &Params,
    default: &str,
    prompts: Prompts,
    response_type: ResponseType,
) -> Result<String, OauthError> {
    let asked = scope::parse(params.get("scope").unwrap_or(default))?;
    Ok(if prompts.consent && response_type.code { asked } else { scope::without(&asked, &[scope::OFFLINE_ACCESS]) })
}

/// RFC 7636, section 4.3. A public client needs a challenge for a code (RFC 9700, section 2.1.1).
fn challenge(app: &App, params: &Params, response_type: ResponseType) -> Result<Option<Challenge>, OauthError> {
    let Some(value) = params.get("code_challenge") else {
        let needed = (app.is_public() && response_type.code) || params.get("code_challenge_method").is_some();
        return if needed { Err(OauthError::missing("code_challenge")) } else { Ok(None) };
    };
    let method = match params.get("code_challenge_method") {
        Some("S256") => ChallengeMethod::S256,
        None | Some("plain") => ChallengeMethod::Plain,
        Some(_) => return Err(OauthError::invalid_request("code_challenge_method must be S256 or plain")),
    };
    let is_well_formed = is_verifier(value) && (method == ChallengeMethod::Plain || value.len() == 43);
    if !is_well_formed {
        return Err(OauthError::invalid_request("code_challenge is malformed"));
    }
    Ok(Some(Challenge { method, value: value.to_owned() }))
}

/// The characters and lengths of RFC 7636, section 4.1.
pub(super) fn is_verifier(text: &str) -> bool {
    (43..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

fn max_age(params: &Params) -> Result<Option<i64>, OauthError> {
    let Some(text) = params.get("max_age") else { return Ok(None) };
    let age = text.parse::<i64>().ok().filter(|age| *age >= 0);
    age.map(Some).ok_or_else(|| OauthError::invalid_request("max_age must be a number of seconds"))
}

fn expected_user(world: &World, app: &App, params: &Params) -> Result<Option<String>, OauthError> {
    let Some(hint) = params.get("id_token_hint") else { return Ok(None) };
    let hint = id_token::read_hint(world, hint).filter(|hint| hint.app_id == app.id);
    hint.map(|hint| Some(hint.user_id)).ok_or_else(|| OauthError::invalid_request("id_token_hint is not valid"))
}
