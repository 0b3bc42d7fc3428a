//! QR codes, as a browser asks about them.

use std::net::SocketAddr;
use std::sync::Arc;

use authing_core::qr::GenerateAppQr;
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{ConnectInfo, Path, Query, State};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::envelope;
use crate::errors::{BAD_REQUEST, ErrorResponse};
use crate::service::{pools, qr_login};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WxappQr {
    #[serde(default)]
    random: String,
    #[serde(default)]
    enable_fetch_phone: String,
}

pub(crate) async fn make_for_wxapp(
    State(world): State<Arc<World>>,
    Path(pool): Path<String>,
    Query(asked): Query<WxappQr>,
) -> Json<Value> {
    let made = pools::check(&world, &pool);
    let made =
        made.and_then(|()| qr_login::generate_for_wxapp(&world, &asked.random, asked.enable_fetch_phone == "true"));
    envelope::of("获取二维码成功", made)
}

/// The outer envelope says that the request succeeded, the inner one whether the code was confirmed.
pub(crate) async fn check_for_wxapp(State(world): State<Arc<World>>, Query(asked): Query<WxappQr>) -> Json<Value> {
    envelope::success("获取二维码状态成功", &qr_login::wxapp_status(&world, &asked.random))
}

/// Every other parameter of the query goes into the code.
pub(crate) async fn make_for_app(
    State(world): State<Arc<World>>,
    Query(mut query): Query<Map<String, Value>>,
) -> Json<Value> {
    let pool = query.remove("userPoolId");
    let scene = query.remove("scene");
    let made = pools::check(&world, pool.as_ref().and_then(Value::as_str).unwrap_or_default());
    let made = made.and_then(|()| check_scene(scene.as_ref())).map(|()| qr_login::generate_for_app(&world, query));
    envelope::of("生成二维码成功", made)
}

fn check_scene(scene: Option<&Value>) -> Result<(), ErrorResponse> {
    match scene.and_then(Value::as_str) {
        Some(GenerateAppQr::SCENE) => Ok(()),
        _ => Err(BAD_REQUEST.with_message("scene 必须是 APP_AUTH")),
    }
}

#[derive(Deserialize)]
pub(crate) struct AppQr {
    #[serde(rename = "qrcodeId", default)]
    id: String,
}

pub(crate) async fn check_for_app(State(world): State<Arc<World>>, Query(asked): Query<AppQr>) -> Json<Value> {
    envelope::of("查询二维码状态成功", qr_login::app_status(&world, &asked.id))
}

#[derive(Deserialize)]
pub(crate) struct Ticket {
    ticket: String,
}

pub(crate) async fn exchange(
    State(world): State<Arc<World>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    body: Result<Json<Ticket>, JsonRejection>,
) -> Json<Value> {
    let outcome = match body {
        Ok(Json(Ticket { ticket })) => qr_login::exchange_ticket(&world, &ticket, peer.ip()),
        Err(rejection) => Err(BAD_REQUEST.with_message(rejection.body_text())),
    };
    envelope::of("换取用户信息成功", outcome)
}
