//! What the page shows: users with what their tokens say, the log of requests, a token decoded.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine as _};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::crypto::token::Claims;
use crate::errors::OK;
use crate::service::callers::Caller;
use crate::service::sessions;
use crate::service::sessions::LOGGED_IN;
use crate::state::request_log::Entry;
use crate::state::users::User;
use crate::world::World;

pub(super) async fn users(State(world): State<Arc<World>>) -> Json<Vec<Value>> {
    let users: Vec<User> = world.state().users.iter().cloned().collect();
    Json(users.iter().rev().map(|user| with_tokens(&world, user)).collect())
}

fn with_tokens(world: &World, user: &User) -> Value {
    let mut shown = user.to_json(&world.config.user_pool_id);
    shown["metadata"] = json!(user.metadata);
    shown["bindings"] = json!(user.bindings);
    shown["tokens"] = user.issued.iter().map(|claims| token(world, claims)).collect();
    shown
}

fn token(world: &World, claims: &Claims) -> Value {
    json!({ "header": { "alg": "HS256", "typ": "JWT" }, "payload": claims, "status": sessions::claims_status(&world, claims) })
}

/// Who can scan a code without being a user yet.
pub(super) async fn wechat_users(State(world): State<Arc<World>>) -> Json<Vec<Value>> {
    let state = world.state();
    let wechat_users = state.wechat.users();
    Json(wechat_users.map(|person| json!({ "openId": person.open_id, "nickName": person.profile.nick_name })).collect())
}

/// The latest first.
pub(super) async fn requests(State(world): State<Arc<World>>) -> Json<Vec<Entry>> {
    Json(world.requests.entries())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Token {
    token: String,
}

/// What a token says, whoever signed it, and what the service would say to it.
pub(super) async fn decode(
    State(world): State<Arc<World>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Json(Token { token }): Json<Token>,
) -> Json<Value> {
    let token = token.trim();
    let mut parts = token.split('.').map(part);
    let (header, payload) = (parts.next().flatten(), parts.next().flatten());
    let owner = Caller::new(&world, Some(token), peer.ip()).is_owner();
    let status =
        if owner { json!({ "code": OK, "message": LOGGED_IN }) } else { sessions::login_status(&world, Some(token)) };
    Json(json!({
        "header": header,
        "payload": payload,
        "status": { "code": status["code"], "message": status["message"] },
    }))
}

fn part(text: &str) -> Option<Value> {
    serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}
