//! The captcha of the requesting IP address: its picture and its text.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::service::captcha;
use crate::world::World;

pub(super) async fn reveal(State(world): State<Arc<World>>, ConnectInfo(peer): ConnectInfo<SocketAddr>) -> Json<Value> {
    let code = captcha::text(&world, peer.ip());
    Json(json!({ "required": code.is_some(), "code": code, "url": captcha::picture_url(&world) }))
}

pub(super) async fn picture(State(world): State<Arc<World>>, ConnectInfo(peer): ConnectInfo<SocketAddr>) -> Response {
    match captcha::text(&world, peer.ip()) {
        Some(code) => {
            let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "no-store")];
            (headers, captcha::picture(&code)).into_response()
        }
        None => (StatusCode::NOT_FOUND, Json(json!({ "error": "no captcha is needed" }))).into_response(),
    }
}
