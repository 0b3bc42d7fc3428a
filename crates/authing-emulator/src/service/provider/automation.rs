//! A login without the page, for tests of an application.

use super::authorize::{self, Authorization, Browser};
use super::interaction::{self, Handle, Step};
use super::params::Params;
use super::response::AuthorizationResponse;
use super::{scope, sessions};
use crate::host_name::name_of;
use crate::origin;
use crate::routes;
use crate::world::World;

/// Why [`Emulator::log_in_at`](crate::Emulator::log_in_at) gives no URL.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LoginError {
    /// The URL is not that of the authorization endpoint.
    #[error(
        "the URL is not that of this emulator's authorization endpoint: begin with its issuer and /auth?, or its URL and /oauth/auth?"
    )]
    NotAuthorization,
    /// No user has this id, or the user is blocked.
    #[error("no user with this id may log in: register the user, or lift the block")]
    NoSuchUser,
    /// The application or its redirect URI is not registered, so no redirect follows.
    #[error("{error}: {description}")]
    Rejected {
        /// The error code of OAuth 2.0.
        error: String,
        /// The description of the error.
        description: String,
    },
    /// The response is a page: `form_post` or `web_message`.
    #[error("the response mode has no URL: ask for query or fragment")]
    NoLocation,
}

/// The URL that the browser goes back to after this user has logged in at an authorization URL.
pub(crate) fn log_in(world: &World, url: &str, user_id: &str) -> Result<String, LoginError> {
    let AuthorizationUrl { origin, query, default_scope } =
        authorization_url(world, url).ok_or(LoginError::NotAuthorization)?;
    origin::with(origin, || log_in_by(world, query, default_scope, user_id))
}

fn log_in_by(world: &World, query: &str, default_scope: &str, user_id: &str) -> Result<String, LoginError> {
    let cookie = sessions::open(world, user_id).map_err(|_| LoginError::NoSuchUser)?;
    sessions::find(world, Some(&cookie)).ok_or(LoginError::NoSuchUser)?;
    let browser = Browser { session: Some(&cookie), id: &authorize::new_browser() };
    let params = Params::parse(query.as_bytes());
    let response = match authorize::authorize(world, &params, default_scope, &browser) {
        Authorization::Response(response) => response,
        Authorization::Interaction(id) => interact(world, Handle { id: &id, browser: browser.id }, user_id)?,
        Authorization::Page(error) => {
            return Err(LoginError::Rejected { error: error.code.into(), description: error.description.into_owned() });
        }
    };
    response.location().ok_or(LoginError::NoLocation)
}

/// An authorization URL of this emulator.
struct AuthorizationUrl<'a> {
    origin: String,
    query: &'a str,
    /// The scope of a request without one.
    default_scope: &'static str,
}

fn authorization_url<'a>(world: &World, url: &'a str) -> Option<AuthorizationUrl<'a>> {
    let rest = url.strip_prefix("http://")?;
    let (authority, path_and_query) = rest.split_at(rest.find('/')?);
    let origin = origin::of_authority(authority);
    if origin != world.origin() && !is_other_name(world, authority) {
        return None;
    }
    let endpoints = [(routes::AUTHORIZATION, scope::OPENID), (routes::OAUTH_AUTHORIZATION, scope::USER)];
    endpoints.into_iter().find_map(|(path, default_scope)| {
        let query = path_and_query.strip_prefix(path)?.strip_prefix('?')?;
        Some(AuthorizationUrl { origin: origin.clone(), query, default_scope })
    })
}

/// Whether an authority is another of the emulator's names, with the emulator's own port.
fn is_other_name(world: &World, authority: &str) -> bool {
    let own = world.own_origin.trim_start_matches("http://");
    let port = |authority: &str| authority[name_of(authority).len()..].to_owned();
    world.is_own_host(authority) && port(authority) == port(own)
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
