//! The state as the page shows it: users with the claims of their tokens, WeChat users, QR codes, a decoded token.

use std::net::IpAddr;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde::Serialize;
use serde_json::{Value, json};

use crate::crypto::token::Claims;
use crate::errors::OK;
use crate::service::callers::Caller;
use crate::service::sessions::{self, LOGGED_IN};
use crate::state::qr_codes::Scene;
use crate::state::users::User;
use crate::world::World;

/// A WeChat user, as the list of them has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WechatUserSummary {
    /// The openid.
    pub open_id: String,
    /// The name that others see.
    pub nick_name: String,
}

/// A QR code to log in with, as the list of them has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QrCodeSummary {
    /// The id; a mini-program's code is named by its random name.
    pub id: String,
    /// `wxapp` or `app`.
    pub scene: &'static str,
    /// `waiting`, `scanned`, `confirmed`, `cancelled` or `expired`.
    pub status: &'static str,
    /// The time of its generation (ISO 8601).
    pub created_at: String,
}

/// Newest first.
pub(crate) fn users(world: &World) -> Vec<Value> {
    let users: Vec<User> = world.state().users.iter().cloned().collect();
    users.iter().rev().map(|user| with_tokens(world, user)).collect()
}

fn with_tokens(world: &World, user: &User) -> Value {
    let mut shown = user.to_json(&world.config.user_pool_id);
    shown["metadata"] = json!(user.metadata);
    shown["bindings"] = json!(user.bindings);
    shown["tokens"] = user.issued.iter().map(|claims| token(world, claims)).collect();
    shown
}

fn token(world: &World, claims: &Claims) -> Value {
    json!({ "header": { "alg": "HS256", "typ": "JWT" }, "payload": claims, "status": sessions::claims_status(world, claims) })
}

pub(crate) fn wechat_users(world: &World) -> Vec<WechatUserSummary> {
    let state = world.state();
    let summary = |user: &crate::state::wechat::WechatUser| WechatUserSummary {
        open_id: user.open_id.clone(),
        nick_name: user.profile.nick_name.clone(),
    };
    state.wechat.users().map(summary).collect()
}

/// Newest first.
pub(crate) fn qr_codes(world: &World) -> Vec<QrCodeSummary> {
    let now = world.now();
    let state = world.state();
    let codes = state.qr.all().into_iter().map(|(id, code)| QrCodeSummary {
        id: id.clone(),
        scene: match code.scene {
            Scene::Wxapp { .. } => "wxapp",
            Scene::App { .. } => "app",
        },
        status: code.status(now),
        created_at: code.made.iso(),
    });
    codes.collect()
}

/// The header and payload of any token, and the status that the service gives it.
pub(crate) fn decoded_token(world: &World, token: &str, ip: IpAddr) -> Value {
    let token = token.trim();
    let mut parts = token.split('.').map(part);
    let (header, payload) = (parts.next().flatten(), parts.next().flatten());
    let owner = Caller::new(world, Some(token), ip).is_owner();
    let status =
        if owner { json!({ "code": OK, "message": LOGGED_IN }) } else { sessions::login_status(world, Some(token)) };
    json!({
        "header": header,
        "payload": payload,
        "status": { "code": status["code"], "message": status["message"] },
    })
}

fn part(text: &str) -> Option<Value> {
    serde_json::from_slice(&Base64UrlUnpadded::decode_vec(text).ok()?).ok()
}
