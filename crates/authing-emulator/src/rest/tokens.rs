//! Verifying a token online, and whether the service is up.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::envelope;
use crate::service::sessions;
use crate::world::World;

#[derive(Deserialize)]
pub(crate) struct Token {
    access_token: Option<String>,
}

pub(crate) async fn verify(State(world): State<Arc<World>>, Query(query): Query<Token>) -> Json<Value> {
    Json(sessions::login_status(&world, query.access_token.as_deref()))
}

pub(crate) async fn system_status() -> Json<Value> {
    Json(json!({ "ok": 2 }))
}

/// There is no session of CAS here to end, so it always ends well.
pub(crate) async fn cas_logout() -> Json<Value> {
    envelope::success("单点登出成功", &Value::Null)
}
