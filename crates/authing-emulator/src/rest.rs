//! The REST API of 2020, in a file for each area.

mod envelope;
mod oidc;
mod qr_login;
mod sms;
mod tokens;
pub(crate) mod uploads;
mod wxapp;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::routes;
use crate::world::World;

pub(crate) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route(routes::SYSTEM_STATUS, get(tokens::system_status))
        .route(routes::VERIFY_TOKEN, get(tokens::verify))
        .route(routes::SEND_SMS_CODE, get(sms::send_code))
        .route(routes::SEND_REGISTER_SMS_CODE, get(sms::send_register_code))
        .route(routes::WXAPP_LOGIN, post(wxapp::log_in))
        .route(routes::WXAPP_GET_PHONE, post(wxapp::get_phone))
        .route(routes::WXAPP_BIND_PHONE, post(wxapp::bind_phone))
        .route(routes::WXAPP_DECRYPT, post(wxapp::decrypt))
        .route(routes::OIDC_TOKEN, post(oidc::token))
        .route(routes::OIDC_USER_INFO, get(oidc::user_info).post(oidc::user_info))
        .route(routes::OIDC_VALIDATE, get(oidc::validate))
        .route(routes::OIDC_AUTHENTICATE, get(oidc::authenticate))
        .route(routes::CAS_LOGOUT, get(tokens::cas_logout))
        .route(routes::WXAPP_QR, get(qr_login::make_for_wxapp))
        .route(routes::WXAPP_QR_CHECK, post(qr_login::check_for_wxapp))
        .route(routes::APP_QR, get(qr_login::make_for_app))
        .route(routes::APP_QR_CHECK, get(qr_login::check_for_app))
        .route(routes::APP_QR_TICKET, post(qr_login::exchange))
        .route(routes::UPLOAD, post(uploads::upload))
        .route(routes::CDN, get(uploads::preflight))
        .route(routes::CDN_ROOT, get(uploads::preflight))
        .route(routes::CDN_FILE, get(uploads::download))
}
