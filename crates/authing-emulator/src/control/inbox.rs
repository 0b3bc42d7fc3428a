//! The inbox, and the link in a verification mail.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use crate::service::contacts;
use crate::state::inbox::InboxMessage;
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
    if let Err(why) = contacts::verify_email(&world, &link.email, &link.code) {
        return (StatusCode::BAD_REQUEST, Json(why.to_json())).into_response();
    }
    Json(json!({ "emailVerified": true })).into_response()
}
