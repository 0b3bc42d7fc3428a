//! The public data: the discovery document and the public keys.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::Value;

use super::reply::ErrorReply;
use crate::service::provider::{discovery, keys};
use crate::world::World;

pub(super) async fn configuration(State(world): State<Arc<World>>) -> Json<Value> {
    Json(discovery::document(&world))
}

/// All applications have the same keys.
pub(super) async fn jwks(State(world): State<Arc<World>>) -> Result<Json<Value>, ErrorReply> {
    Ok(Json(keys::jwks(&world)?))
}
