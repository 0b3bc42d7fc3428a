//! Another email address, another phone number: each proven by a code sent to it.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::errors::{
    BAD_NEW_EMAIL, EMAIL_TAKEN, EMAIL_UNCHANGED, ErrorResponse, LAST_WAY_IN, NO_EMAIL_BOUND, NO_SUCH_USER, NOT_YOURS,
    PHONE_TAKEN, WRONG_CODE,
};
use crate::service::callers::Caller;
use crate::service::{messages, pools, rules};
use crate::state::State;
use crate::state::codes::Purpose;
use crate::state::users::Key;
use crate::world::World;

/// A code to any email address, the user's own or a new one.
pub(crate) fn send_email_code(world: &World, email: &str) -> Result<(), ErrorResponse> {
    if !rules::is_email(email) {
        return Err(BAD_NEW_EMAIL);
    }
    messages::send_email_code(world, Purpose::ChangeEmail, email);
    Ok(())
}

/// The link in a verification mail was followed: the address is verified.
pub(crate) fn verify_email(world: &World, email: &str, code: &str) -> Result<(), ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    state.codes.redeem(Purpose::VerifyEmail, email, code, now)?;
    if let Some(mut user) = state.users.find_mut(Key::Email(email)) {
        user.email_verified = true;
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UpdateEmail {
    user_pool_id: String,
    email: String,
    email_code: String,
    old_email: Option<String>,
    old_email_code: Option<String>,
}

/// The old address need not be proven; where it is given, its code must be right.
pub(crate) fn update_email(world: &World, caller: &Caller, update: UpdateEmail) -> Result<Value, ErrorResponse> {
    pools::check(world, &update.user_pool_id)?;
    let id = caller.user()?;
    if !rules::is_email(&update.email) {
        return Err(BAD_NEW_EMAIL);
    }
    let now = world.now();
    let mut state = world.state();
    match state.users.find(Key::Email(&update.email)) {
        Some(user) if user.id == id => return Err(EMAIL_UNCHANGED),
        Some(_) => return Err(EMAIL_TAKEN),
        None => {}
    }
    let old = Old { address: update.old_email, code: update.old_email_code, purpose: Purpose::ChangeEmail };
    let current = state.users.find(Key::Id(id)).and_then(|user| user.email.clone());
    redeem(world, &mut state, &update.email, &update.email_code, &old, current.as_deref())?;
    let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    user.email = Some(update.email);
    user.email_verified = true;
    user.updated_at = now;
    Ok(user.to_json(&world.config.user_pool_id))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UpdatePhone {
    user_pool_id: String,
    phone: String,
    phone_code: String,
    old_phone: Option<String>,
    old_phone_code: Option<String>,
}

pub(crate) fn update_phone(world: &World, caller: &Caller, update: UpdatePhone) -> Result<Value, ErrorResponse> {
    pools::check(world, &update.user_pool_id)?;
    let id = caller.user()?;
    let now = world.now();
    let mut state = world.state();
    if state.users.find(Key::Phone(&update.phone)).is_some_and(|holder| holder.id != id) {
        return Err(PHONE_TAKEN);
    }
    let old = Old { address: update.old_phone, code: update.old_phone_code, purpose: Purpose::SmsLogin };
    let current = state.users.find(Key::Id(id)).and_then(|user| user.phone.clone());
    redeem(world, &mut state, &update.phone, &update.phone_code, &old, current.as_deref())?;
    let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    user.phone = Some(update.phone);
    user.phone_verified = true;
    user.updated_at = now;
    Ok(user.to_json(&world.config.user_pool_id))
}

/// What is to be given up, if the caller says so.
struct Old {
    address: Option<String>,
    code: Option<String>,
    purpose: Purpose,
}

/// Uses up the new address's code and the old one's, both or neither.
fn redeem(
    world: &World,
    state: &mut State,
    address: &str,
    code: &str,
    old: &Old,
    current: Option<&str>,
) -> Result<(), ErrorResponse> {
    let now = world.now();
    state.codes.check(old.purpose, address, code, now)?;
    if let Some(given) = &old.address {
        if current != Some(given) {
            return Err(NOT_YOURS);
        }
        state.codes.redeem(old.purpose, given, old.code.as_deref().ok_or(WRONG_CODE)?, now)?;
    }
    state.codes.redeem(old.purpose, address, code, now)
}

/// Gives up the email address, if the user can still log in without it.
pub(crate) fn unbind_email(world: &World, id: &str) -> Result<Value, ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    if user.email.is_none() {
        return Err(NO_EMAIL_BOUND);
    }
    if !user.has_another_way_in() {
        return Err(LAST_WAY_IN);
    }
    user.email = None;
    user.email_verified = false;
    user.updated_at = now;
    let mut answer = user.to_json(&world.config.user_pool_id);
    answer["email"] = json!("");
    Ok(answer)
}
