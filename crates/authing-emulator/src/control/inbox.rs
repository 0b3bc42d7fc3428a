//! The inbox, and the link in a verification mail.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use crate::state::codes::Purpose;
use crate::state::inbox::InboxMessage;
use crate::state::users::Key;
use crate::world::World;

pub(super) async fn inbox(State(world): State<Arc<World>>) -> Json<Vec<InboxMessage>> {
    Json(world.state().inbox.messages())
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
