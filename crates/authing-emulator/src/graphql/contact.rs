//! Another email address, another phone number: each proven by a code sent to it.

use authing_core::account::{SendChangeEmailVerifyCode, UpdateEmail, UpdatePhone, VerifyPhoneCode};
use serde::Deserialize;
use serde_json::Value;

use super::resolver::{Call, Resolver, answers, done};
use crate::errors::ErrorResponse;
use crate::service::{contacts, pools};
use crate::state::codes::Purpose;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<VerifyPhoneCode>(check_phone_code),
    answers::<SendChangeEmailVerifyCode>(send_email_code),
    answers::<UpdateEmail>(update_email),
    answers::<UpdatePhone>(update_phone),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Recipient {
    email: String,
    user_pool_id: String,
}

fn send_email_code(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let to: Recipient = call.read()?;
    pools::check(call.world, &to.user_pool_id)?;
    contacts::send_email_code(call.world, &to.email)?;
    Ok(done("发送成功"))
}

fn update_email(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    contacts::update_email(call.world, call.caller, call.read()?)
}

fn update_phone(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    contacts::update_phone(call.world, call.caller, call.read()?)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PhoneCode {
    phone: String,
    phone_code: String,
    user_pool_id: String,
}

/// A back end that checks a code itself uses it up.
fn check_phone_code(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let check: PhoneCode = call.read()?;
    pools::check(call.world, &check.user_pool_id)?;
    call.caller.must_be_owner()?;
    let now = call.world.now();
    call.world.state().codes.redeem(Purpose::SmsLogin, &check.phone, &check.phone_code, now)?;
    Ok(done("验证码正确"))
}
