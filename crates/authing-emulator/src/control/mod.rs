//! `/_emulator`: what a test, or the person at the screen, does to this little world.

mod captcha;
mod qr;
mod state;
mod view;
mod wechat;
mod world;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::routes;
use crate::world::World;

pub(crate) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route(routes::CONTROL, get(world::about))
        .route(routes::CONTROL_PEOPLE, get(view::people).post(wechat::add_person))
        .route(routes::CONTROL_WX_LOGIN, post(wechat::log_in))
        .route(routes::CONTROL_USER_INFO, post(wechat::user_info))
        .route(routes::CONTROL_PHONE_NUMBER, post(wechat::phone_number))
        .route(routes::CONTROL_INBOX, get(world::inbox))
        .route(routes::CONTROL_VERIFY_EMAIL, get(world::verify_email))
        .route(routes::CONTROL_AUTHORIZED_APPS, post(world::authorize_app))
        .route(routes::CONTROL_CLOCK, post(world::advance_clock))
        .route(routes::CONTROL_FAULTS, post(world::set_faults))
        .route(routes::CONTROL_OAUTH_PROVIDERS, post(world::set_oauth_providers))
        .route(routes::CONTROL_CAPTCHA, get(captcha::reveal))
        .route(routes::CONTROL_CAPTCHA_PICTURE, get(captcha::picture))
        .route(routes::CONTROL_QR, get(qr::list))
        .route(routes::CONTROL_QR_PICTURE, get(qr::picture))
        .route(routes::CONTROL_QR_SCAN, post(qr::scan))
        .route(routes::CONTROL_QR_CONFIRM, post(qr::confirm))
        .route(routes::CONTROL_QR_CANCEL, post(qr::cancel))
        .route(routes::CONTROL_QR_EXPIRE, post(qr::expire))
        .route(
            routes::CONTROL_STATE,
            get(state::export).put(state::import).layer(DefaultBodyLimit::max(state::LARGEST)),
        )
        .route(routes::CONTROL_USERS, get(view::users))
        .route(routes::CONTROL_REQUESTS, get(view::requests))
        .route(routes::CONTROL_DECODE, post(view::decode))
        .route(routes::CONTROL_RESET, post(world::reset))
}
