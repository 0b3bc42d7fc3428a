//! The end of a session (OpenID Connect RP-Initiated Logout 1.0).

use super::error::OauthError;
use super::id_token::Hint;
use super::params::Params;
use super::{apps, id_token, scope, sessions};
use crate::world::World;

/// The result of a request to log out.
pub(crate) enum Logout {
    /// The session has ended; `Some`: the browser goes back to the application.
    Done(Option<String>),
    /// The request does not prove that it comes from the user, who is asked.
    Ask,
}

/// A hint proves that the request comes from an application that the user logged in to. Without one, the user confirms the logout on
/// a page. A redirect needs a hint.
pub(crate) fn log_out(
    world: &World,
    params: &Params,
    cookie: Option<&str>,
    confirmed: bool,
) -> Result<Logout, OauthError> {
    params.check_no_repetition()?;
    let hint = hint(world, params)?;
    let location = location(world, params, hint.as_ref())?;
    let session = sessions::find(world, cookie);
    let is_meant = match (&session, &hint) {
        (Some(session), Some(hint)) => session.user_id == hint.user_id,
        (None, _) => true,
        (Some(_), None) => false,
    };
    if !is_meant && !confirmed {
        return Ok(Logout::Ask);
    }
    let ended = session.map(|session| session.sid).or(hint.and_then(|hint| hint.sid));
    if let Some(sid) = ended {
        end(world, &sid);
    }
    Ok(Logout::Done(location))
}

fn hint(world: &World, params: &Params) -> Result<Option<Hint>, OauthError> {
    let Some(token) = params.get("id_token_hint") else { return Ok(None) };
    let hint = id_token::read_hint(world, token);
    let hint = hint.ok_or_else(|| OauthError::invalid_request("id_token_hint is not an id token of this provider"))?;
    match params.get("client_id") {
        Some(id) if id != hint.app_id => Err(OauthError::invalid_request("client_id is not that of id_token_hint")),
        _ => Ok(Some(hint)),
    }
}

/// The URL that the browser goes to afterwards: it is registered for the application that the hint names.
fn location(world: &World, params: &Params, hint: Option<&Hint>) -> Result<Option<String>, OauthError> {
    let (Some(uri), Some(hint)) = (params.get("post_logout_redirect_uri"), hint) else { return Ok(None) };
    let app = apps::find(world, &hint.app_id).filter(|app| app.allows_post_logout_redirect(uri));
    if app.is_none() {
        return Err(OauthError::invalid_request("post_logout_redirect_uri is not registered for this application"));
    }
    let Some(state) = params.get("state") else { return Ok(Some(uri.to_owned())) };
    let state = form_urlencoded::Serializer::new(String::new()).append_pair("state", state).finish();
    let separator = if uri.contains('?') { '&' } else { '?' };
    Ok(Some(format!("{uri}{separator}{state}")))
}

/// Ends a session by its `sid`, and the tokens that came of it, except where `offline_access` was granted. `false`: there is none.
pub(crate) fn end(world: &World, sid: &str) -> bool {
    let mut state = world.state();
    let closed = state.provider.sessions.close_by_sid(sid).is_some();
    state.provider.grants.revoke_session(sid, |grant| scope::has(&grant.scope, scope::OFFLINE_ACCESS));
    closed
}
