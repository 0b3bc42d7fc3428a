//! Playing WeChat: its people, and what their phones would hand to a mini-program.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::Serialize;
use serde_json::{Value, json};

use crate::state::wechat::NewPerson;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Whose {
    open_id: String,
}

pub(super) async fn add_person(State(world): State<Arc<World>>, Json(new): Json<NewPerson>) -> Json<Value> {
    Json(json!({ "openId": world.add_person(new) }))
}

pub(super) async fn log_in(State(world): State<Arc<World>>, Json(whose): Json<Whose>) -> Response {
    let code = world.wx_login(&whose.open_id);
    found(code.map(|code| json!({ "code": code, "errMsg": "login:ok" })))
}

pub(super) async fn user_info(State(world): State<Arc<World>>, Json(whose): Json<Whose>) -> Response {
    found(world.wx_user_info(&whose.open_id))
}

pub(super) async fn phone_number(State(world): State<Arc<World>>, Json(whose): Json<Whose>) -> Response {
    found(world.wx_phone_number(&whose.open_id))
}

fn found(answer: Option<impl Serialize>) -> Response {
    match answer {
        Some(answer) => Json(answer).into_response(),
        None => (StatusCode::NOT_FOUND, Json(json!({ "error": "nobody has this openId" }))).into_response(),
    }
}
