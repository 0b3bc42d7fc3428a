//! A user who logs in and agrees without the page: for tests of an application.

use super::authorize::{self, Authorization, Browser};
use super::interaction::{self, Handle, Step};
use super::params::Params;
use super::response::AuthorizationResponse;
use super::{discovery, scope, sessions};
use crate::world::World;

/// Why no user got through.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LoginError {
    /// It is not an address of the authorization endpoint.
    #[error("this is not an address of this emulator's authorization endpoint")]
    NotAuthorization,
    /// There is no such user, or they are blocked.
    #[error("there is no user with this id who may log in")]
    NoSuchUser,
    /// The request is wrong, and the browser stays where it is.
    #[error("{error}: {description}")]
    Rejected {
        /// The error code of OAuth 2.0.
        error: String,
        /// What is wrong.
        description: String,
    },
    /// The response is a page: `form_post` or `web_message`.
    #[error("the response mode has no address: ask for query or fragment")]
    NoLocation,
}

/// The address that the browser goes back to once this user has logged in at an authorization URL.
pub(crate) fn log_in(world: &World, url: &str, user_id: &str) -> Result<String, LoginError> {
    let endpoint = format!("{}/auth?", discovery::issuer(world));
    let query = url.strip_prefix(&endpoint).ok_or(LoginError::NotAuthorization)?;
    let cookie = sessions::open(world, user_id).map_err(|_| LoginError::NoSuchUser)?;
    sessions::find(world, Some(&cookie)).ok_or(LoginError::NoSuchUser)?;
    let browser = Browser { session: Some(&cookie), id: &authorize::new_browser() };
    let params = Params::parse(query.as_bytes());
    let response = match authorize::authorize(world, &params, scope::OPENID, &browser) {
        Authorization::Response(response) => response,
        Authorization::Interaction(id) => interact(world, Handle { id: &id, browser: browser.id }, user_id)?,
        Authorization::Page(error) => {
            return Err(LoginError::Rejected { error: error.code.into(), description: error.description.into_owned() });
        }
    };
    response.location().ok_or(LoginError::NoLocation)
}

fn interact(world: &World, handle: Handle<'_>, user_id: &str) -> Result<AuthorizationResponse, LoginError> {
    interaction::log_in(world, handle, user_id, None).ok_or(LoginError::NoSuchUser)?;
    let interaction = interaction::find(world, handle).ok_or(LoginError::NoSuchUser)?;
    match interaction::step(world, &interaction) {
        Step::Finish(session) => Ok(interaction::finish(world, handle, &interaction.request, &session)),
        Step::Consent(_) => interaction::consent(world, handle, &interaction).ok_or(LoginError::NoSuchUser),
        Step::LogIn => Err(LoginError::NoSuchUser),
    }
}
