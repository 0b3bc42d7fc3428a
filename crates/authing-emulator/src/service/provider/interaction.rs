//! Interactions: the user logs in and agrees between an authorization request and its response.

use super::error::OauthError;
use super::response::{AuthorizationResponse, Destination};
use super::{apps, front_channel, scope, sessions};
use crate::state::consents::AppConsent;
use crate::state::provider::{AuthorizationRequest, BrowserSession, Interaction};
use crate::state::users::{Key, User};
use crate::world::World;

/// An interaction's id, and the browser that shows it.
#[derive(Clone, Copy)]
pub(crate) struct Handle<'a> {
    pub(crate) id: &'a str,
    pub(crate) browser: &'a str,
}

/// What the user has to do next.
pub(crate) enum Step {
    LogIn,
    /// Agree, as this user.
    Consent(Box<User>),
    /// Nothing: the session is enough.
    Finish(BrowserSession),
}

/// `None`: it has ended, or is another browser's.
pub(crate) fn find(world: &World, handle: Handle<'_>) -> Option<Interaction> {
    world.state().provider.interactions.find_mut(handle.id, handle.browser, world.now()).cloned()
}

pub(crate) fn step(world: &World, interaction: &Interaction) -> Step {
    let Some(session) = sessions::find_by_sid(world, interaction.session.as_deref()) else { return Step::LogIn };
    if !interaction.request.prompts.consent {
        return Step::Finish(session);
    }
    let user = world.state().users.find(Key::Id(&session.user_id)).cloned();
    user.map_or(Step::LogIn, |user| Step::Consent(Box::new(user)))
}

/// The user has proven who they are: a new session, in place of the browser's old one. The new cookie's value.
pub(crate) fn log_in(world: &World, handle: Handle<'_>, user_id: &str, old_session: Option<&str>) -> Option<String> {
    let cookie = sessions::open(world, user_id).ok()?;
    let opened = sessions::find(world, Some(&cookie))?;
    let now = world.now();
    let mut state = world.state();
    if let Some(old) = old_session {
        state.provider.sessions.close(old);
    }
    let interaction = state.provider.interactions.find_mut(handle.id, handle.browser, now)?;
    interaction.session = Some(opened.sid);
    Some(cookie)
}

/// Remembers the QR code that the page shows.
pub(crate) fn set_qr(world: &World, handle: Handle<'_>, code: String) {
    let now = world.now();
    if let Some(interaction) = world.state().provider.interactions.find_mut(handle.id, handle.browser, now) {
        interaction.qr = Some(code);
    }
}

/// Ends the interaction with a code or tokens.
pub(crate) fn finish(
    world: &World,
    handle: Handle<'_>,
    request: &AuthorizationRequest,
    session: &BrowserSession,
) -> AuthorizationResponse {
    world.state().provider.interactions.end(handle.id);
    if request.expected_user.as_ref().is_some_and(|expected| *expected != session.user_id) {
        let error = OauthError::new("login_required", "another user logged in than id_token_hint names");
        return Destination::from(request).error(world, error);
    }
    grant(world, request, session)
}

/// Ends the interaction with a code or tokens after the user's consent. `None`: the user is no longer logged in.
pub(crate) fn consent(world: &World, handle: Handle<'_>, interaction: &Interaction) -> Option<AuthorizationResponse> {
    let session = sessions::find_by_sid(world, interaction.session.as_deref())?;
    Some(finish(world, handle, &interaction.request, &session))
}

/// Goes back to the login page, for another user.
pub(crate) fn switch(world: &World, handle: Handle<'_>) {
    let now = world.now();
    if let Some(interaction) = world.state().provider.interactions.find_mut(handle.id, handle.browser, now) {
        interaction.session = None;
    }
}

/// The interaction's end without one.
pub(crate) fn deny(world: &World, handle: Handle<'_>, request: &AuthorizationRequest) -> AuthorizationResponse {
    world.state().provider.interactions.end(handle.id);
    let error = OauthError::new("access_denied", "the user did not agree");
    Destination::from(request).error(world, error)
}

/// Issues the code and the tokens of the response type, and stores the user's consent.
pub(crate) fn grant(world: &World, request: &AuthorizationRequest, session: &BrowserSession) -> AuthorizationResponse {
    if request.prompts.consent {
        remember_consent(world, request, &session.user_id);
    }
    let destination = Destination::from(request);
    match front_channel::parameters(world, request, session) {
        Ok(parameters) => destination.respond(world, parameters),
        Err(error) => destination.error(world, error),
    }
}

fn remember_consent(world: &World, request: &AuthorizationRequest, user_id: &str) {
    let name = apps::find(world, &request.app_id).map(|app| app.display_name().to_owned());
    let now = world.now();
    let mut state = world.state();
    let id = state.new_id(now);
    state.apps.authorize(AppConsent {
        id,
        user_id: user_id.to_owned(),
        app_id: request.app_id.clone(),
        name: name.unwrap_or_default(),
        scope: request.scope.clone(),
        when: now.iso(),
    });
}

/// The scopes that a consent page lists.
pub(crate) fn scopes(request: &AuthorizationRequest) -> impl Iterator<Item = &str> {
    request.scope.split(' ').filter(|name| *name != scope::OPENID && !name.is_empty())
}
