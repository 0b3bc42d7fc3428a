//! Verifying a token online, and whether the service is up.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::world::World;

#[derive(Deserialize)]
pub(crate) struct Token {
    access_token: Option<String>,
}

pub(crate) async fn verify(State(world): State<Arc<World>>, Query(query): Query<Token>) -> Json<Value> {
    Json(world.login_status(query.access_token.as_deref()))
}

pub(crate) async fn system_status() -> Json<Value> {
    Json(json!({ "ok": 2 }))
}
