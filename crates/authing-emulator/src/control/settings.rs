//! The clock, the faults, the third parties, and the reset.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::service::snapshots;
use crate::state::faults::FaultRule;
use crate::state::oauth_providers::OauthProvider;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Advance {
    advance_seconds: u64,
}

pub(super) async fn advance_clock(State(world): State<Arc<World>>, Json(by): Json<Advance>) -> Json<Value> {
    world.clock.advance(Duration::from_secs(by.advance_seconds));
    Json(json!({ "now": world.now().iso() }))
}

/// The list takes the place of the one before it; an empty one ends all faults.
pub(super) async fn set_faults(State(world): State<Arc<World>>, Json(rules): Json<Vec<FaultRule>>) -> Json<Value> {
    let count = rules.len();
    world.faults.replace(rules);
    Json(json!({ "faults": count }))
}

/// The third parties one can log in with; the list takes the place of the one before it.
pub(super) async fn set_oauth_providers(
    State(world): State<Arc<World>>,
    Json(providers): Json<Vec<OauthProvider>>,
) -> Json<Value> {
    let count = providers.len();
    world.state().oauth_providers = Some(providers);
    Json(json!({ "providers": count }))
}

pub(super) async fn reset(State(world): State<Arc<World>>) -> Json<Value> {
    snapshots::reset(&world);
    Json(json!({ "reset": true }))
}
