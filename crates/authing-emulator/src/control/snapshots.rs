//! The whole state, taken out and put in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::service::snapshots;
use crate::world::World;

/// The largest state taken in: uploaded files are part of it.
pub(super) const LARGEST: usize = 256 * 1024 * 1024;

pub(super) async fn export(State(world): State<Arc<World>>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], snapshots::export(&world)).into_response()
}

/// Replaces the state. A state that is rejected changes nothing.
pub(super) async fn import(State(world): State<Arc<World>>, json: String) -> Response {
    match snapshots::import(&world, &json) {
        Ok(()) => Json(json!({ "imported": true })).into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": error.to_string() }))).into_response(),
    }
}
