//! The calls of applications and their users.

use authing_core::v3::{
    BindEmail, BindPhone, BindWechatMiniProgram, DecryptWechatMiniProgramData, DeleteAccount, EnrollFactor,
    ExchangeQrCodeTicket, GeneQrCode, GetCaptchaCode, GetFactor, GetIdentities, GetLoggedInApps,
    GetMyAuthorizedResources, GetMyDepartmentList, GetMyGroupList, GetMyLoginHistory, GetMyRoleList, GetProfile,
    GetQrCodeStatus, GetSecurityInfo, GetWechatMiniProgramPhone, ListEnrolledFactors, ListFactorsToEnroll, ResetFactor,
    ResetPassword, SendEmail, SendEnrollFactorRequest, SendSms, SetQrCodeStatus, SignIn, SignInByMobile, SignUp,
    UnbindEmail, UnbindPhone, UpdateEmail, UpdatePassword, UpdatePhone, UpdateProfile, VerifyDeleteAccountRequest,
    VerifyMfaOtp, VerifyResetPasswordRequest, VerifyUpdateEmailRequest, VerifyUpdatePhoneRequest,
};
use serde::Deserialize;

use super::builders::{app, open, open_from, user};
use super::call::{Call, get, of, post};
use crate::service::v3::{
    account, captcha, contact_changes, contacts, deletion, factors, identities, mobile, pass_codes, passwords, profile,
    qr, sign_in, sign_up, system, wechat,
};

/// No arguments.
#[derive(Deserialize)]
struct Nothing {}

pub(super) fn calls() -> Vec<Call> {
    [sign_in_calls(), profile_calls(), contact_calls(), factor_calls(), rights_calls()].into_iter().flatten().collect()
}

fn sign_in_calls() -> Vec<Call> {
    vec![
        app(of::<SignIn>(), sign_in::by_credentials),
        app(of::<SignInByMobile>(), mobile::by_mobile),
        open_from(of::<SignUp>(), sign_up::sign_up),
        open(of::<SendSms>(), pass_codes::send_sms),
        open(of::<SendEmail>(), pass_codes::send_email),
        open(post("/api/v3/pre-check-code"), pass_codes::pre_check),
        open(of::<GetCaptchaCode>(), |world, Nothing {}| Ok(captcha::generate(world))),
        open(get("/api/v3/get-country-list"), |_, Nothing {}| Ok(system::countries())),
        open(get("/api/v3/get-application-enabled-extidps"), |world, Nothing {}| Ok(system::enabled_ext_idps(world))),
        open(of::<GeneQrCode>(), |world, request| Ok(qr::generate(world, request))),
        open(of::<GetQrCodeStatus>(), qr::status),
        open(get("/api/v3/check-qrcode-status"), qr::status),
        app(of::<ExchangeQrCodeTicket>(), qr::exchange),
        user(of::<SetQrCodeStatus>(), qr::change),
        user(post("/api/v3/change-qrcode-status"), qr::change),
        open(of::<GetWechatMiniProgramPhone>(), wechat::phone),
        open(of::<DecryptWechatMiniProgramData>(), wechat::decrypt),
        user(of::<BindWechatMiniProgram>(), wechat::bind),
    ]
}

fn profile_calls() -> Vec<Call> {
    vec![
        user(of::<GetProfile>(), |world, caller, with| profile::get(world, caller, *with)),
        user(of::<UpdateProfile>(), profile::update),
        user(of::<UpdatePassword>(), passwords::update),
        open(post("/api/v3/validate-password"), passwords::validate),
        open(of::<VerifyResetPasswordRequest>(), passwords::verify_reset),
        open(of::<ResetPassword>(), passwords::reset),
        user(of::<GetSecurityInfo>(), |world, caller, Nothing {}| account::security_info(world, caller)),
        user(of::<VerifyDeleteAccountRequest>(), deletion::verify),
        user(of::<DeleteAccount>(), deletion::delete),
    ]
}

fn contact_calls() -> Vec<Call> {
    vec![
        user(of::<BindEmail>(), contacts::bind_email),
        user(of::<UnbindEmail>(), contacts::unbind_email),
        user(of::<VerifyUpdateEmailRequest>(), contact_changes::verify_update_email),
        user(of::<UpdateEmail>(), contact_changes::update_email),
        user(of::<BindPhone>(), contacts::bind_phone),
        user(of::<UnbindPhone>(), contacts::unbind_phone),
        user(of::<VerifyUpdatePhoneRequest>(), contact_changes::verify_update_phone),
        user(of::<UpdatePhone>(), contact_changes::update_phone),
    ]
}

fn factor_calls() -> Vec<Call> {
    vec![
        user(of::<SendEnrollFactorRequest>(), factors::send_enroll),
        user(of::<EnrollFactor>(), factors::enroll),
        user(of::<ListEnrolledFactors>(), |world, caller, Nothing {}| factors::list(world, caller)),
        user(of::<ListFactorsToEnroll>(), |world, caller, Nothing {}| factors::list_to_enroll(world, caller)),
        user(of::<GetFactor>(), factors::get),
        user(of::<ResetFactor>(), factors::reset),
        user(of::<VerifyMfaOtp>(), factors::verify_totp),
    ]
}

fn rights_calls() -> Vec<Call> {
    vec![
        user(of::<GetIdentities>(), |world, caller, Nothing {}| account::identities(world, caller)),
        user(post("/api/v3/unlink-extidp"), identities::unlink),
        user(of::<GetMyRoleList>(), |world, caller, request| Ok(account::roles(world, caller, request))),
        user(of::<GetMyGroupList>(), |world, caller, Nothing {}| Ok(account::groups(world, caller))),
        user(of::<GetMyDepartmentList>(), account::departments),
        user(of::<GetMyAuthorizedResources>(), |world, caller, wanted| {
            Ok(account::authorized_resources(world, caller, wanted))
        }),
        user(get("/api/v3/get-my-tenant-list"), |_, _, Nothing {}| Ok(account::tenants())),
        user(of::<GetLoggedInApps>(), |world, caller, Nothing {}| Ok(account::logged_in_apps(world, caller))),
        user(get("/api/v3/get-my-accessible-apps"), |world, _, Nothing {}| Ok(account::accessible_apps(world))),
        user(of::<GetMyLoginHistory>(), account::login_history),
    ]
}
