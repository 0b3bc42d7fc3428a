//! A user lets an application act for them.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::state::consents::AppConsent;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Consent {
    user_id: String,
    app_id: String,
    name: Option<String>,
}

/// The person who lets an application act for them.
pub(super) async fn authorize_app(State(world): State<Arc<World>>, Json(consent): Json<Consent>) -> Json<Value> {
    let now = world.now();
    let mut state = world.state();
    let id = state.new_id(now);
    state.apps.authorize(AppConsent {
        id: id.clone(),
        user_id: consent.user_id,
        name: consent.name.unwrap_or_else(|| consent.app_id.clone()),
        app_id: consent.app_id,
        scope: "openid profile".into(),
        when: now.iso(),
    });
    Json(json!({ "_id": id }))
}
