//! The clock, the faults, the third parties, and the reset.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::clock::Timestamp;
use crate::service::snapshots;
use crate::state::faults::FaultRule;
use crate::state::oauth_providers::NewOauthProvider;
use crate::world::World;

/// One of the two.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Clock {
    advance_seconds: Option<u64>,
    now: Option<String>,
}

pub(super) async fn set_clock(State(world): State<Arc<World>>, Json(to): Json<Clock>) -> Response {
    match (to.advance_seconds, to.now.as_deref().map(Timestamp::from_iso)) {
        (Some(seconds), None) => world.clock.advance(Duration::from_secs(seconds)),
        (None, Some(Some(now))) => world.clock.set(now),
        _ => {
            let error = json!({ "error": "write {\"advanceSeconds\": n} or {\"now\": \"2026-01-31T12:00:00Z\"}" });
            return (StatusCode::UNPROCESSABLE_ENTITY, Json(error)).into_response();
        }
    }
    Json(json!({ "now": world.now().iso() })).into_response()
}

/// Replaces the list of faults; an empty list ends all faults.
pub(super) async fn set_faults(State(world): State<Arc<World>>, Json(rules): Json<Vec<FaultRule>>) -> Json<Value> {
    let count = rules.len();
    world.faults.replace(rules);
    Json(json!({ "faults": count }))
}

/// Replaces the list of third parties that users can log in with.
pub(super) async fn set_oauth_providers(
    State(world): State<Arc<World>>,
    Json(providers): Json<Vec<NewOauthProvider>>,
) -> Json<Value> {
    let count = providers.len();
    world.state().oauth_providers = Some(providers);
    Json(json!({ "providers": count }))
}

pub(super) async fn reset(State(world): State<Arc<World>>) -> Json<Value> {
    snapshots::reset(&world);
    Json(json!({ "reset": true }))
}
