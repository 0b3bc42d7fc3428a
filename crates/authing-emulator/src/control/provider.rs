//! The OpenID provider: its applications, keys, sessions and grants.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::service::provider::{apps, automation, grants, keys, logout};
use crate::state::provider::{App, NewApp};
use crate::world::World;

pub(super) async fn list_apps(State(world): State<Arc<World>>) -> Json<Vec<App>> {
    Json(apps::all(&world))
}

/// Adds an application, or takes the place of the one with its id.
pub(super) async fn put_app(State(world): State<Arc<World>>, Json(app): Json<NewApp>) -> Response {
    match apps::put(&world, app) {
        Ok(id) => Json(json!({ "id": id })).into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": error.to_string() }))).into_response(),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct LogIn {
    url: String,
    user_id: String,
}

/// A user logs in at an authorization URL and agrees, without the page.
pub(super) async fn log_in(State(world): State<Arc<World>>, Json(who): Json<LogIn>) -> Response {
    match automation::log_in(&world, &who.url, &who.user_id) {
        Ok(location) => Json(json!({ "location": location })).into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": error.to_string() }))).into_response(),
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(super) struct Rotate {
    /// Whether the old keys disappear at once, in place of when their tokens have expired.
    forget_old: bool,
}

pub(super) async fn rotate_keys(State(world): State<Arc<World>>, Json(rotate): Json<Rotate>) -> Response {
    match keys::rotate(&world, rotate.forget_old) {
        Ok(kid) => Json(json!({ "kid": kid })).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({ "error": error.description }))).into_response(),
    }
}

pub(super) async fn list_sessions(State(world): State<Arc<World>>) -> Json<Vec<Value>> {
    Json(grants::list_sessions(&world))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndSession {
    sid: String,
}

pub(super) async fn end_session(State(world): State<Arc<World>>, Json(session): Json<EndSession>) -> Response {
    done("ended", logout::end(&world, &session.sid))
}

pub(super) async fn list_grants(State(world): State<Arc<World>>) -> Json<Vec<Value>> {
    Json(grants::list(&world))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RevokeGrant {
    id: String,
}

pub(super) async fn revoke_grant(State(world): State<Arc<World>>, Json(grant): Json<RevokeGrant>) -> Response {
    done("revoked", grants::revoke(&world, &grant.id))
}

/// If there was nothing to end, the response is an error, which the page shows.
fn done(what: &str, is_done: bool) -> Response {
    if is_done {
        return Json(json!({ what: true })).into_response();
    }
    (StatusCode::NOT_FOUND, Json(json!({ "error": "there is none with this id, or it has ended" }))).into_response()
}
