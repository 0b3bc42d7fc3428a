//! The introspection of a token of a second factor. The emulator issues none: every token is inactive.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::world::World;

/// The published client sends no token, and gets the same response.
pub(super) async fn introspect(State(_): State<Arc<World>>) -> Json<Value> {
    Json(json!({ "active": false }))
}
