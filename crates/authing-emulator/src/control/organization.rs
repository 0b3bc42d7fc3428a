//! The departments, groups and roles of today's service.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::Value;

use crate::service::v3::views;
use crate::world::World;

pub(super) async fn departments(State(world): State<Arc<World>>) -> Json<Vec<Value>> {
    Json(views::departments(&world))
}

pub(super) async fn groups(State(world): State<Arc<World>>) -> Json<Vec<Value>> {
    Json(views::groups(&world))
}

pub(super) async fn roles(State(world): State<Arc<World>>) -> Json<Vec<Value>> {
    Json(views::roles(&world))
}
