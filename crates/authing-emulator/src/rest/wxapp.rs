//! WeChat's mini-programs: log in, get and bind a phone, decrypt.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::{HeaderMap, header};
use serde::Deserialize;
use serde_json::Value;

use super::envelope;
use crate::errors::{BAD_REQUEST, ErrorResponse};
use crate::service::callers::Caller;
use crate::service::wxapp::{Encrypted, LogIn};
use crate::service::{pools, wxapp};
use crate::world::World;

type Body<T> = Result<Json<T>, JsonRejection>;

pub(crate) async fn log_in(
    State(world): State<Arc<World>>,
    Path(pool): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    body: Body<LogIn>,
) -> Json<Value> {
    let outcome = checked(&world, &pool, body).and_then(|request| wxapp::log_in(&world, &request, peer.ip()));
    envelope::of("登录成功", outcome)
}

pub(crate) async fn get_phone(
    State(world): State<Arc<World>>,
    Path(pool): Path<String>,
    body: Body<Encrypted>,
) -> Json<Value> {
    let outcome = checked(&world, &pool, body).and_then(|request| wxapp::phone(&world, &request));
    envelope::of("获取手机号成功", outcome)
}

pub(crate) async fn bind_phone(
    State(world): State<Arc<World>>,
    Path(pool): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Body<Encrypted>,
) -> Json<Value> {
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let caller = Caller::new(&world, authorization, peer.ip());
    let outcome = checked(&world, &pool, body).and_then(|request| wxapp::bind_phone(&world, &caller, &request));
    envelope::of("绑定手机号成功", outcome)
}

pub(crate) async fn decrypt(
    State(world): State<Arc<World>>,
    Path(pool): Path<String>,
    body: Body<Encrypted>,
) -> Json<Value> {
    let outcome = checked(&world, &pool, body).and_then(|request| wxapp::decrypt(&world, &request));
    envelope::of("解密成功", outcome.map(|opened| opened.plain))
}

/// The body, if it is one and the pool is ours.
fn checked<T: for<'de> Deserialize<'de>>(world: &World, pool: &str, body: Body<T>) -> Result<T, ErrorResponse> {
    pools::check(world, pool)?;
    let Json(request) = body.map_err(|rejection| BAD_REQUEST.with_message(rejection.body_text()))?;
    Ok(request)
}
