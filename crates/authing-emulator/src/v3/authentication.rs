//! The calls of applications and their users.

use std::sync::Arc;

use axum::Router;
use serde::Deserialize;

use super::signer::Verb::{Get, Post};
use super::signer::{app, open, open_from, user};
use crate::service::v3::{
    account, captcha, contacts, deletion, factors, identities, mobile, pass_codes, passwords, profile, qr, sign_in,
    sign_up, system, wechat,
};
use crate::world::World;

/// No arguments.
#[derive(Deserialize)]
struct Nothing {}

pub(super) fn routes() -> Router<Arc<World>> {
    sign_in_routes().merge(profile_routes()).merge(contact_routes()).merge(factor_routes()).merge(rights_routes())
}

fn sign_in_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/signin", app(Post, sign_in::by_credentials))
        .route("/api/v3/signin-by-mobile", app(Post, mobile::by_mobile))
        .route("/api/v3/signup", open_from(Post, sign_up::sign_up))
        .route("/api/v3/send-sms", open(Post, pass_codes::send_sms))
        .route("/api/v3/send-email", open(Post, pass_codes::send_email))
        .route("/api/v3/pre-check-code", open(Post, pass_codes::pre_check))
        .route("/api/v3/get-captcha-code", open(Get, |world, Nothing {}| Ok(captcha::generate(world))))
        .route("/api/v3/get-country-list", open(Get, |_, Nothing {}| Ok(system::countries())))
        .route(
            "/api/v3/get-application-enabled-extidps",
            open(Get, |world, Nothing {}| Ok(system::enabled_ext_idps(world))),
        )
        .route("/api/v3/gene-qrcode", open(Post, |world, request| Ok(qr::generate(world, request))))
        .route("/api/v3/get-qrcode-status", open(Get, qr::status))
        .route("/api/v3/check-qrcode-status", open(Get, qr::status))
        .route("/api/v3/exchange-tokenset-with-qrcode-ticket", app(Post, qr::exchange))
        .route("/api/v3/set-qrcode-status", user(Post, qr::change))
        .route("/api/v3/change-qrcode-status", user(Post, qr::change))
        .route("/api/v3/get-wechat-miniprogram-phone", open(Post, wechat::phone))
        .route("/api/v3/decrypt-wechat-miniprogram-data", open(Post, wechat::decrypt))
        .route("/connections/social/wechat-miniprogram/bind", user(Post, wechat::bind))
}

fn profile_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/get-profile", user(Get, |world, caller, with| profile::get(world, caller, *with)))
        .route("/api/v3/update-profile", user(Post, profile::update))
        .route("/api/v3/update-password", user(Post, passwords::update))
        .route("/api/v3/validate-password", open(Post, passwords::validate))
        .route("/api/v3/verify-reset-password-request", open(Post, passwords::verify_reset))
        .route("/api/v3/reset-password", open(Post, passwords::reset))
        .route(
            "/api/v3/get-security-info",
            user(Get, |world, caller, Nothing {}| account::security_info(world, caller)),
        )
        .route("/api/v3/verify-delete-account-request", user(Post, deletion::verify))
        .route("/api/v3/delete-account", user(Post, deletion::delete))
}

fn contact_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/bind-email", user(Post, contacts::bind_email))
        .route("/api/v3/unbind-email", user(Post, contacts::unbind_email))
        .route("/api/v3/verify-update-email-request", user(Post, contacts::verify_update_email))
        .route("/api/v3/update-email", user(Post, contacts::update_email))
        .route("/api/v3/bind-phone", user(Post, contacts::bind_phone))
        .route("/api/v3/unbind-phone", user(Post, contacts::unbind_phone))
        .route("/api/v3/verify-update-phone-request", user(Post, contacts::verify_update_phone))
        .route("/api/v3/update-phone", user(Post, contacts::update_phone))
}

fn factor_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/send-enroll-factor-request", user(Post, factors::send_enroll))
        .route("/api/v3/enroll-factor", user(Post, factors::enroll))
        .route("/api/v3/list-enrolled-factors", user(Get, |world, caller, Nothing {}| factors::list(world, caller)))
        .route(
            "/api/v3/list-factors-to-enroll",
            user(Get, |world, caller, Nothing {}| factors::list_to_enroll(world, caller)),
        )
        .route("/api/v3/get-factor", user(Get, factors::get))
        .route("/api/v3/reset-factor", user(Post, factors::reset))
        .route("/api/v3/mfa-totp-verify", user(Post, factors::verify_totp))
}

fn rights_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/get-identities", user(Get, |world, caller, Nothing {}| account::identities(world, caller)))
        .route("/api/v3/unlink-extidp", user(Post, identities::unlink))
        .route(
            "/api/v3/get-my-role-list",
            user(Get, |world, caller, request| Ok(account::roles(world, caller, request))),
        )
        .route("/api/v3/get-my-group-list", user(Get, |world, caller, Nothing {}| Ok(account::groups(world, caller))))
        .route("/api/v3/get-my-department-list", user(Get, account::departments))
        .route(
            "/api/v3/get-my-authorized-resources",
            user(Get, |world, caller, wanted| Ok(account::authorized_resources(world, caller, wanted))),
        )
        .route("/api/v3/get-my-tenant-list", user(Get, |_, _, Nothing {}| Ok(account::tenants())))
        .route(
            "/api/v3/get-my-logged-in-apps",
            user(Get, |world, caller, Nothing {}| Ok(account::logged_in_apps(world, caller))),
        )
        .route("/api/v3/get-my-accessible-apps", user(Get, |world, _, Nothing {}| Ok(account::accessible_apps(world))))
        .route("/api/v3/get-my-login-history", user(Get, account::login_history))
}
