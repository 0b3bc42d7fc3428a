//! The authorization request: read and checked; its outcome is a redirect or an interaction with the user.

use super::apps;
use super::error::OauthError;
use super::params::Params;
use super::response::{AuthorizationResponse, Destination};
use super::{authorization_request, interaction, sessions};
use crate::crypto::random;
use crate::state::provider::{App, AuthorizationRequest, BrowserSession};
use crate::world::World;

/// The result of an authorization request.
pub(crate) enum Authorization {
    /// The browser goes back to the application.
    Response(AuthorizationResponse),
    /// The user has to log in or agree first: the interaction's id.
    Interaction(String),
    /// The application or its redirect URI is not known: a page shows the error, and there is no redirect.
    Page(OauthError),
}

/// The browser that sends a request, by its cookies.
pub(crate) struct Browser<'a> {
    pub(crate) session: Option<&'a str>,
    pub(crate) id: &'a str,
}

pub(crate) fn authorize(world: &World, params: &Params, default_scope: &str, browser: &Browser<'_>) -> Authorization {
    let (app, redirect_uri) = match destination(world, params) {
        Ok(known) => known,
        Err(error) => return Authorization::Page(error),
    };
    let mode = authorization_request::response_mode(params);
    let destination = Destination {
        redirect_uri: &redirect_uri,
        mode: mode.as_ref().copied().unwrap_or_else(|_| authorization_request::default_response_mode(params)),
        state: params.get("state"),
    };
    let request =
        mode.and_then(|mode| authorization_request::read(world, &app, &redirect_uri, mode, params, default_scope));
    let next = request.and_then(|request| begin(world, request, browser));
    next.unwrap_or_else(|error| Authorization::Response(destination.error(world, error)))
}

/// The application and its redirect URI: until both are known, there is nowhere to send an error (RFC 6749, section 4.1.2.1).
fn destination(world: &World, params: &Params) -> Result<(App, String), OauthError> {
    let id = params.single("client_id")?;
    let app = apps::find(world, id)
        .ok_or_else(|| OauthError::new("invalid_client", "no such application: check client_id"))?;
    let uri = params.single("redirect_uri")?;
    if app.allows_redirect(uri) {
        Ok((app, uri.to_owned()))
    } else {
        Err(OauthError::invalid_request("redirect_uri is not registered for this application"))
    }
}

/// Redirects at once if the user has neither to log in nor to agree.
fn begin(world: &World, request: AuthorizationRequest, browser: &Browser<'_>) -> Result<Authorization, OauthError> {
    let session = sessions::find(world, browser.session).filter(|session| is_enough(world, &request, session));
    match session {
        None if request.prompts.none => Err(OauthError::new("login_required", "the user is not logged in")),
        Some(session) if !request.prompts.consent => {
            Ok(Authorization::Response(interaction::grant(world, &request, &session)))
        }
        session => {
            let sid = session.map(|session| session.sid);
            let now = world.now();
            Ok(Authorization::Interaction(world.state().provider.interactions.begin(request, browser.id, sid, now)))
        }
    }
}

/// Whether a session serves a request, or the user must log in again.
fn is_enough(world: &World, request: &AuthorizationRequest, session: &BrowserSession) -> bool {
    let age = world.now().seconds() - session.authenticated.seconds();
    let is_recent = request.max_age.is_none_or(|most| most > 0 && age <= most);
    let is_expected = request.expected_user.as_ref().is_none_or(|user| *user == session.user_id);
    !request.prompts.login && is_recent && is_expected
}

/// A new browser's id, for its cookie.
pub(crate) fn new_browser() -> String {
    random::hex::<16>()
}
