//! The authorization endpoint.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::cookies::{BROWSER, SESSION};
use super::headers::cookie;
use super::request::QueryOrForm;
use super::{forms, reply};
use crate::routes;
use crate::service::provider::authorize::{self, Authorization, Browser};
use crate::service::provider::params::Params;
use crate::service::provider::scope;
use crate::world::World;

pub(super) async fn openid(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    QueryOrForm(params): QueryOrForm,
) -> Response {
    respond(&world, &headers, &params, scope::OPENID)
}

pub(super) async fn oauth(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    QueryOrForm(params): QueryOrForm,
) -> Response {
    respond(&world, &headers, &params, scope::USER)
}

fn respond(world: &World, headers: &HeaderMap, params: &Params, default_scope: &str) -> Response {
    let new_browser = authorize::new_browser();
    let known_browser = cookie(headers, BROWSER).filter(|id| is_browser(id));
    let browser = Browser { session: cookie(headers, SESSION), id: known_browser.unwrap_or(&new_browser) };
    match authorize::authorize(world, params, default_scope, &browser) {
        Authorization::Response(response) => reply::respond(&response, StatusCode::FOUND),
        Authorization::Interaction(id) => {
            let response = reply::redirect(StatusCode::FOUND, routes::INTERACTION.replace("{id}", &id));
            reply::with_browser(browser.id, response)
        }
        Authorization::Page(error) => forms::error(super::texts::of_request(headers, params.get("ui_locales")), &error),
    }
}

/// Whether an id has the form that [`authorize::new_browser`] gives it: no other text is repeated in a header.
fn is_browser(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit())
}
