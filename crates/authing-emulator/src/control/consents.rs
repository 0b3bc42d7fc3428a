//! A user lets an application act for them.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::service::consents;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Consent {
    user_id: String,
    app_id: String,
    name: Option<String>,
}

/// The consent of a user to an application.
pub(super) async fn authorize_app(State(world): State<Arc<World>>, Json(consent): Json<Consent>) -> Json<Value> {
    let id = consents::give(&world, &consent.user_id, &consent.app_id, consent.name.as_deref());
    Json(json!({ "_id": id }))
}
