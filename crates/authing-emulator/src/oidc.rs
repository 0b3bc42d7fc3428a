//! The HTTP side of the OpenID provider: handlers for `/oidc` and `/oauth` that read a request, call a service and write the
//! response; and the login page.

mod authorize;
mod cookies;
pub(crate) mod cors;
mod forms;
mod html;
mod interaction;
mod login_page;
mod logout;
mod metadata;
mod reply;
pub(crate) mod request;
mod texts;
mod token;
mod user_info;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};

use crate::world::World;

/// The largest form: tokens and codes are far smaller.
const BODY_LIMIT: usize = 64 * 1024;

// OpenID Connect, below the application's host.
const CONFIGURATION: &str = "/oidc/.well-known/openid-configuration";
const JWKS: &str = "/oidc/.well-known/jwks.json";
const APP_JWKS: &str = "/{app}/oidc/.well-known/jwks.json";
const AUTH: &str = "/oidc/auth";
const TOKEN: &str = "/oidc/token";
const USER_INFO: &str = "/oidc/me";
const INTROSPECTION: &str = "/oidc/token/introspection";
const REVOCATION: &str = "/oidc/token/revocation";
const END_SESSION: &str = "/oidc/session/end";
const VALIDATE: &str = "/api/v2/oidc/validate_token";

// OAuth 2.0, likewise.
const OAUTH_AUTH: &str = "/oauth/auth";
const OAUTH_TOKEN: &str = "/oauth/token";
const OAUTH_USER_INFO: &str = "/oauth/me";
const OAUTH_INTROSPECTION: &str = "/oauth/token/introspection";
const OAUTH_REVOCATION: &str = "/oauth/token/revocation";

// The login page.
const INTERACTION: &str = "/oidc/interaction/{id}";
const STYLE: &str = "/oidc/login.css";
const RESPOND: &str = "/oidc/respond.js";

pub(crate) fn routes(world: &Arc<World>) -> Router<Arc<World>> {
    applications(world).merge(browsers()).layer(DefaultBodyLimit::max(BODY_LIMIT))
}

/// The endpoints that applications call, from a server or a page.
fn applications(world: &Arc<World>) -> Router<Arc<World>> {
    Router::new()
        .route(CONFIGURATION, get(metadata::configuration))
        .route(JWKS, get(metadata::jwks))
        .route(APP_JWKS, get(metadata::jwks))
        .route(TOKEN, post(token::token))
        .route(OAUTH_TOKEN, post(token::token))
        .route(INTROSPECTION, post(token::introspection))
        .route(OAUTH_INTROSPECTION, post(token::introspection))
        .route(REVOCATION, post(token::revocation))
        .route(OAUTH_REVOCATION, post(token::oauth_revocation))
        .route(USER_INFO, get(user_info::user_info).post(user_info::user_info))
        .route(OAUTH_USER_INFO, get(user_info::user_info).post(user_info::user_info))
        .route(VALIDATE, get(user_info::validate))
        .layer(middleware::from_fn_with_state(Arc::clone(world), cors::allow_applications))
}

/// The endpoints that browsers are sent to.
fn browsers() -> Router<Arc<World>> {
    Router::new()
        .route(AUTH, get(authorize::openid).post(authorize::openid))
        .route(OAUTH_AUTH, get(authorize::oauth).post(authorize::oauth))
        .route(END_SESSION, get(logout::end_session).post(logout::end_session))
        .route(INTERACTION, get(interaction::show).post(interaction::submit))
        .route(STYLE, get(html::style))
        .route(RESPOND, get(html::respond_script))
}
