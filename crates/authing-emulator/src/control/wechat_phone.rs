//! WeChat: its users, and the data that their phones hand to a mini-program.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::Serialize;
use serde_json::{Value, json};

use crate::service::wechat_phone;
use crate::state::wechat::NewWechatUser;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct TargetUser {
    open_id: String,
}

pub(super) async fn add_wechat_user(State(world): State<Arc<World>>, Json(new): Json<NewWechatUser>) -> Json<Value> {
    Json(json!({ "openId": wechat_phone::add_user(&world, new) }))
}

pub(super) async fn log_in(State(world): State<Arc<World>>, Json(whose): Json<TargetUser>) -> Response {
    let code = wechat_phone::wx_login(&world, &whose.open_id);
    found(code.map(|code| json!({ "code": code, "errMsg": "login:ok" })))
}

pub(super) async fn user_info(State(world): State<Arc<World>>, Json(whose): Json<TargetUser>) -> Response {
    found(wechat_phone::user_info(&world, &whose.open_id))
}

pub(super) async fn phone_number(State(world): State<Arc<World>>, Json(whose): Json<TargetUser>) -> Response {
    found(wechat_phone::phone_number(&world, &whose.open_id))
}

fn found(answer: Option<impl Serialize>) -> Response {
    match answer {
        Some(answer) => Json(answer).into_response(),
        None => (StatusCode::NOT_FOUND, Json(json!({ "error": "no user has this openId" }))).into_response(),
    }
}
