//! The world as a whole: what it is, its inbox, its clock, its faults, its beginning again.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::faults::FaultRule;
use crate::state::apps::Authorization;
use crate::state::codes::Purpose;
use crate::state::inbox::Message;
use crate::state::oauth::OauthProvider;
use crate::state::users::Key;
use crate::world::World;

pub(super) async fn about(State(world): State<Arc<World>>) -> Json<Value> {
    Json(json!(world.about()))
}

pub(super) async fn inbox(State(world): State<Arc<World>>) -> Json<Vec<Message>> {
    Json(world.state().inbox.messages())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Advance {
    advance_seconds: u64,
}

pub(super) async fn advance_clock(State(world): State<Arc<World>>, Json(by): Json<Advance>) -> Json<Value> {
    world.advance(Duration::from_secs(by.advance_seconds));
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
    world.reset();
    Json(json!({ "reset": true }))
}

#[derive(Deserialize)]
pub(super) struct Link {
    email: String,
    code: String,
}

/// The link in a verification mail: following it verifies the address.
pub(super) async fn verify_email(State(world): State<Arc<World>>, Query(link): Query<Link>) -> Response {
    let now = world.now();
    let mut state = world.state();
    if let Err(why) = state.codes.redeem(Purpose::VerifyEmail, &link.email, &link.code, now) {
        return (StatusCode::BAD_REQUEST, Json(why.to_json())).into_response();
    }
    if let Some(mut user) = state.users.find_mut(Key::Email(&link.email)) {
        user.email_verified = true;
    }
    Json(json!({ "emailVerified": true })).into_response()
}

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
    state.apps.authorize(Authorization {
        id: id.clone(),
        user_id: consent.user_id,
        name: consent.name.unwrap_or_else(|| consent.app_id.clone()),
        app_id: consent.app_id,
        scope: "openid profile".into(),
        when: now.iso(),
    });
    Json(json!({ "_id": id }))
}
