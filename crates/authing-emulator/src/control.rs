//! The control API, `/_emulator`, with which a test or the page controls the emulator.

mod captcha;
mod consents;
mod inbox;
mod info;
mod json_only;
mod organization;
mod provider;
mod qr_scan;
mod settings;
mod snapshots;
mod view;
mod wechat_phone;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};

use crate::routes;
use crate::world::World;

pub(crate) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route(routes::CONTROL, get(info::about))
        .route(routes::CONTROL_WECHAT_USERS, get(view::wechat_users).post(wechat_phone::add_wechat_user))
        .route(routes::CONTROL_WX_LOGIN, post(wechat_phone::log_in))
        .route(routes::CONTROL_USER_INFO, post(wechat_phone::user_info))
        .route(routes::CONTROL_PHONE_NUMBER, post(wechat_phone::phone_number))
        .route(routes::CONTROL_INBOX, get(inbox::inbox))
        .route(routes::CONTROL_VERIFY_EMAIL, get(inbox::verify_email))
        .route(routes::CONTROL_AUTHORIZED_APPS, post(consents::authorize_app))
        .route(routes::CONTROL_CLOCK, post(settings::set_clock))
        .route(routes::CONTROL_FAULTS, post(settings::set_faults))
        .route(routes::CONTROL_OAUTH_PROVIDERS, post(settings::set_oauth_providers))
        .route(routes::CONTROL_CAPTCHA, get(captcha::reveal))
        .route(routes::CONTROL_CAPTCHA_PICTURE, get(captcha::picture))
        .route(routes::CONTROL_QR, get(view::qr_codes))
        .route(routes::CONTROL_QR_PICTURE, get(qr_scan::picture))
        .route(routes::CONTROL_QR_SCAN, post(qr_scan::scan))
        .route(routes::CONTROL_QR_CONFIRM, post(qr_scan::confirm))
        .route(routes::CONTROL_QR_CANCEL, post(qr_scan::cancel))
        .route(routes::CONTROL_QR_EXPIRE, post(qr_scan::expire))
        .route(
            routes::CONTROL_STATE,
            get(snapshots::export).put(snapshots::import).layer(DefaultBodyLimit::max(snapshots::LARGEST)),
        )
        .route(routes::CONTROL_APPS, get(provider::list_apps).post(provider::put_app))
        .route(routes::CONTROL_LOG_IN, post(provider::log_in))
        .route(routes::CONTROL_ROTATE_KEYS, post(provider::rotate_keys))
        .route(routes::CONTROL_SESSIONS, get(provider::list_sessions))
        .route(routes::CONTROL_END_SESSION, post(provider::end_session))
        .route(routes::CONTROL_GRANTS, get(provider::list_grants))
        .route(routes::CONTROL_REVOKE_GRANT, post(provider::revoke_grant))
        .route(routes::CONTROL_USERS, get(view::users))
        .route(routes::CONTROL_DEPARTMENTS, get(organization::departments))
        .route(routes::CONTROL_GROUPS, get(organization::groups))
        .route(routes::CONTROL_ROLES, get(organization::roles))
        .route(routes::CONTROL_REQUESTS, get(view::requests))
        .route(routes::CONTROL_DECODE, post(view::decode))
        .route(routes::CONTROL_RESET, post(settings::reset))
        .layer(middleware::from_fn(json_only::require_json))
}
