//! The data of the page: users with the claims of their tokens, the log of requests, a decoded token.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use serde::Deserialize;
use serde_json::Value;

use crate::service::views::{self, QrCodeSummary, WechatUserSummary};
use crate::state::request_log::LoggedRequest;
use crate::world::World;

pub(super) async fn users(State(world): State<Arc<World>>) -> Json<Vec<Value>> {
    Json(views::users(&world))
}

/// The WeChat users, who can scan a code before they are users of the pool.
pub(super) async fn wechat_users(State(world): State<Arc<World>>) -> Json<Vec<WechatUserSummary>> {
    Json(views::wechat_users(&world))
}

pub(super) async fn qr_codes(State(world): State<Arc<World>>) -> Json<Vec<QrCodeSummary>> {
    Json(views::qr_codes(&world))
}

/// The latest first.
pub(super) async fn requests(State(world): State<Arc<World>>) -> Json<Vec<LoggedRequest>> {
    Json(world.requests.entries())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Token {
    token: String,
}

pub(super) async fn decode(
    State(world): State<Arc<World>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Json(Token { token }): Json<Token>,
) -> Json<Value> {
    Json(views::decoded_token(&world, &token, peer.ip()))
}
