//! The HTTP server: its routes, its layers, and the loop that accepts connections.

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};
use tokio::net::TcpListener;

use crate::graphql::{self, Engine};
use crate::rest::{oidc, qr, sms, tokens, uploads, wechat};
use crate::world::World;
use crate::{control, faults, host, oidc_door, page, requests, routes, socket};

/// The largest request: an avatar is far smaller.
pub(crate) const BODY_LIMIT: usize = 10 * 1024 * 1024;

/// Accepts connections until it is dropped.
pub(crate) async fn run(listener: TcpListener, router: Router) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // Small answers should not wait for more; a socket that refuses this still serves.
                let _ = stream.set_nodelay(true);
                tokio::spawn(socket::serve(stream, peer, router.clone()));
            }
            // Too many open files, or a connection gone again: let others finish, then go on.
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(10)).await,
        }
    }
}

pub(crate) fn router(world: &Arc<World>, engine: Engine) -> Router {
    Router::new()
        .route(routes::GRAPHQL, post(graphql::http::answer).layer(axum::Extension(engine)))
        .route(routes::SYSTEM_STATUS, get(tokens::system_status))
        .route(routes::VERIFY_TOKEN, get(tokens::verify))
        .route(routes::SEND_SMS_CODE, get(sms::send_code))
        .route(routes::SEND_REGISTER_SMS_CODE, get(sms::send_register_code))
        .route(routes::WXAPP_LOGIN, post(wechat::log_in))
        .route(routes::WXAPP_GET_PHONE, post(wechat::get_phone))
        .route(routes::WXAPP_BIND_PHONE, post(wechat::bind_phone))
        .route(routes::WXAPP_DECRYPT, post(wechat::decrypt))
        .route(routes::OIDC_TOKEN, post(oidc::token))
        .route(routes::OIDC_USER_INFO, get(oidc::user_info).post(oidc::user_info))
        .route(routes::OIDC_VALIDATE, get(oidc::validate))
        .route(routes::OIDC_AUTHENTICATE, get(oidc::authenticate))
        .route(routes::CAS_LOGOUT, get(tokens::cas_logout))
        .route(routes::WXAPP_QR, get(qr::make_for_wxapp))
        .route(routes::WXAPP_QR_CHECK, post(qr::check_for_wxapp))
        .route(routes::APP_QR, get(qr::make_for_app))
        .route(routes::APP_QR_CHECK, get(qr::check_for_app))
        .route(routes::APP_QR_TICKET, post(qr::exchange))
        .route(routes::UPLOAD, post(uploads::upload))
        .route(routes::CDN, get(uploads::preflight))
        .route(routes::CDN_ROOT, get(uploads::preflight))
        .route(routes::CDN_FILE, get(uploads::download))
        .merge(oidc_door::routes())
        .merge(control::routes())
        .merge(page::routes())
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn_with_state(Arc::clone(world), faults::disturb))
        .layer(middleware::from_fn_with_state(Arc::clone(world), requests::watch))
        .layer(middleware::from_fn_with_state(Arc::clone(world), host::check))
        .with_state(Arc::clone(world))
}
