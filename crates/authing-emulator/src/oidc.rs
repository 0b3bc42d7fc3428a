//! The HTTP side of the OpenID provider: handlers for `/oidc` and `/oauth` that read a request, call a service and write the
//! response; and the login page.

mod authorize;
mod cookies;
pub(crate) mod cors;
mod forms;
pub(crate) mod headers;
mod html;
mod interaction;
mod login_page;
mod logout;
mod metadata;
mod reply;
mod request;
mod texts;
mod token;
mod user_info;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};

use crate::routes;
use crate::world::World;

/// The largest form: tokens and codes are far smaller.
const BODY_LIMIT: usize = 64 * 1024;

pub(crate) fn routes(world: &Arc<World>) -> Router<Arc<World>> {
    applications(world).merge(browsers()).layer(DefaultBodyLimit::max(BODY_LIMIT))
}

/// The endpoints that applications call, from a server or a page.
fn applications(world: &Arc<World>) -> Router<Arc<World>> {
    Router::new()
        .route(routes::PROVIDER_METADATA, get(metadata::configuration))
        .route(routes::OAUTH_METADATA, get(metadata::configuration))
        .route(routes::KEYS, get(metadata::jwks))
        .route(routes::APP_KEYS, get(metadata::jwks))
        .route(routes::TOKEN, post(token::token))
        .route(routes::OAUTH_TOKEN, post(token::token))
        .route(routes::INTROSPECTION, post(token::introspection))
        .route(routes::OAUTH_INTROSPECTION, post(token::introspection))
        .route(routes::REVOCATION, post(token::revocation))
        .route(routes::OAUTH_REVOCATION, post(token::oauth_revocation))
        .route(routes::USER_INFO, get(user_info::user_info).post(user_info::user_info))
        .route(routes::OAUTH_USER_INFO, get(user_info::user_info).post(user_info::user_info))
        .route(routes::VALIDATE, get(user_info::validate))
        .layer(middleware::from_fn_with_state(Arc::clone(world), cors::allow_applications))
}

/// The endpoints that browsers are sent to.
fn browsers() -> Router<Arc<World>> {
    Router::new()
        .route(routes::AUTHORIZATION, get(authorize::openid).post(authorize::openid))
        .route(routes::OAUTH_AUTHORIZATION, get(authorize::oauth).post(authorize::oauth))
        .route(routes::END_SESSION, get(logout::end_session).post(logout::end_session))
        .route(routes::INTERACTION, get(interaction::show).post(interaction::submit))
        .route(routes::LOGIN_STYLE, get(html::style))
        .route(routes::LOGIN_SCRIPT, get(html::respond_script))
}
