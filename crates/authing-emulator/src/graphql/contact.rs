//! Another email address, another phone number: each proven by a code sent to it.

use serde::Deserialize;
use serde_json::Value;

use super::resolver::{Call, done};
use crate::errors::{
    BAD_NEW_EMAIL, EMAIL_TAKEN, EMAIL_UNCHANGED, ErrorResponse, NO_SUCH_USER, NOT_YOURS, PHONE_TAKEN, WRONG_CODE,
};
use crate::service::messages;
use crate::service::pools;
use crate::service::rules;
use crate::state::State;
use crate::state::codes::Purpose;
use crate::state::users::Key;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Address {
    email: String,
    user_pool_id: String,
}

/// To any address, the user's own or a new one.
pub(super) fn send_email_code(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let to: Address = call.read()?;
    pools::check(call.world, &to.user_pool_id)?;
    if !rules::is_email(&to.email) {
        return Err(BAD_NEW_EMAIL);
    }
    messages::send_email_code(call.world, Purpose::ChangeEmail, &to.email);
    Ok(done("发送成功"))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct UpdateEmail {
    user_pool_id: String,
    email: String,
    email_code: String,
    old_email: Option<String>,
    old_email_code: Option<String>,
}

/// The old address need not be proven; where it is given, its code must be right.
pub(super) fn update_email(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let update: UpdateEmail = call.read()?;
    pools::check(call.world, &update.user_pool_id)?;
    let id = call.caller.user()?;
    if !rules::is_email(&update.email) {
        return Err(BAD_NEW_EMAIL);
    }
    let now = call.world.now();
    let mut state = call.world.state();
    match state.users.find(Key::Email(&update.email)) {
        Some(user) if user.id == id => return Err(EMAIL_UNCHANGED),
        Some(_) => return Err(EMAIL_TAKEN),
        None => {}
    }
    let old = Old { address: update.old_email, code: update.old_email_code, purpose: Purpose::ChangeEmail };
    let current = state.users.find(Key::Id(id)).and_then(|user| user.email.clone());
    redeem(call, &mut state, &update.email, &update.email_code, &old, current.as_deref())?;
    let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    user.email = Some(update.email);
    user.email_verified = true;
    user.updated_at = now;
    Ok(user.to_json(call.pool()))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct UpdatePhone {
    user_pool_id: String,
    phone: String,
    phone_code: String,
    old_phone: Option<String>,
    old_phone_code: Option<String>,
}

pub(super) fn update_phone(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let update: UpdatePhone = call.read()?;
    pools::check(call.world, &update.user_pool_id)?;
    let id = call.caller.user()?;
    let now = call.world.now();
    let mut state = call.world.state();
    if state.users.find(Key::Phone(&update.phone)).is_some_and(|holder| holder.id != id) {
        return Err(PHONE_TAKEN);
    }
    let old = Old { address: update.old_phone, code: update.old_phone_code, purpose: Purpose::SmsLogin };
    let current = state.users.find(Key::Id(id)).and_then(|user| user.phone.clone());
    redeem(call, &mut state, &update.phone, &update.phone_code, &old, current.as_deref())?;
    let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    user.phone = Some(update.phone);
    user.phone_verified = true;
    user.updated_at = now;
    Ok(user.to_json(call.pool()))
}

/// What is to be given up, if the caller says so.
struct Old {
    address: Option<String>,
    code: Option<String>,
    purpose: Purpose,
}

/// Uses up the new address's code and the old one's, both or neither.
fn redeem(
    call: &Call<'_>,
    state: &mut State,
    address: &str,
    code: &str,
    old: &Old,
    current: Option<&str>,
) -> Result<(), ErrorResponse> {
    let now = call.world.now();
    state.codes.check(old.purpose, address, code, now)?;
    if let Some(given) = &old.address {
        if current != Some(given) {
            return Err(NOT_YOURS);
        }
        state.codes.redeem(old.purpose, given, old.code.as_deref().ok_or(WRONG_CODE)?, now)?;
    }
    state.codes.redeem(old.purpose, address, code, now)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PhoneCode {
    phone: String,
    phone_code: String,
    user_pool_id: String,
}

/// A back end that checks a code itself uses it up.
pub(super) fn check_phone_code(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let check: PhoneCode = call.read()?;
    pools::check(call.world, &check.user_pool_id)?;
    call.caller.must_be_owner()?;
    let now = call.world.now();
    call.world.state().codes.redeem(Purpose::SmsLogin, &check.phone, &check.phone_code, now)?;
    Ok(done("验证码正确"))
}
