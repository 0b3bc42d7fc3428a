//! The actions of the user with the phone: scan a QR code, confirm it, cancel it; and the expiry of a code.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::errors::ErrorResponse;
use crate::service::qr_login;
use crate::state::qr_codes::ScannedUser;
use crate::world::World;

/// The code by its id or, for a mini-program's, by its random name; and the user who acts.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Act {
    #[serde(alias = "random")]
    id: String,
    open_id: Option<String>,
    user_id: Option<String>,
}

impl Act {
    /// The user named, if any. A user who does not exist is an error.
    fn person(&self, world: &World) -> Result<Option<ScannedUser>, Problem> {
        let user = self.user_id.clone().map(ScannedUser::User);
        let Some(person) = user.or_else(|| self.open_id.clone().map(ScannedUser::OnWeChat)) else { return Ok(None) };
        if person.exists(&world.state()) { Ok(Some(person)) } else { Err(Problem("no user has this userId or openId")) }
    }
}

pub(super) struct Problem(&'static str);

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (StatusCode::NOT_FOUND, Json(json!({ "error": self.0 }))).into_response()
    }
}

impl From<ErrorResponse> for Problem {
    fn from(_: ErrorResponse) -> Self {
        Self("no such QR code is open, or no user has scanned it: name a userId or an openId")
    }
}

type Done = Result<Json<Value>, Problem>;

pub(super) async fn scan(State(world): State<Arc<World>>, Json(act): Json<Act>) -> Done {
    let person = act.person(&world)?.ok_or(Problem("name a userId or an openId"))?;
    qr_login::scan(&world, &act.id, person)?;
    Ok(Json(json!({ "scanned": true })))
}

pub(super) async fn confirm(
    State(world): State<Arc<World>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Json(act): Json<Act>,
) -> Done {
    let person = act.person(&world)?;
    qr_login::confirm(&world, &act.id, person, peer.ip())?;
    Ok(Json(json!({ "confirmed": true })))
}

pub(super) async fn cancel(State(world): State<Arc<World>>, Json(act): Json<Act>) -> Done {
    qr_login::cancel(&world, &act.id)?;
    Ok(Json(json!({ "cancelled": true })))
}

pub(super) async fn expire(State(world): State<Arc<World>>, Json(act): Json<Act>) -> Done {
    qr_login::expire(&world, &act.id)?;
    Ok(Json(json!({ "expired": true })))
}

pub(super) async fn picture(State(world): State<Arc<World>>, Path(id): Path<String>) -> Response {
    match qr_login::picture(&world, &id) {
        Some(picture) => ([(header::CONTENT_TYPE, "image/svg+xml")], picture).into_response(),
        None => Problem("there is no such QR code").into_response(),
    }
}
