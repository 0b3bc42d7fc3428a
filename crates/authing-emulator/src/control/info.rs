//! The emulator's settings and URLs.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::service::info;
use crate::world::World;

pub(super) async fn about(State(world): State<Arc<World>>) -> Json<Value> {
    Json(json!(info::emulator(&world)))
}
