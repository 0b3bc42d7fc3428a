//! The user's email address and phone number: bound, given up, changed in two steps.

use serde::Deserialize;
use serde_json::{Value, json};

use super::error::{ALREADY_BOUND, BAD_TOKEN, EMAIL_TAKEN, LAST_WAY_IN, NO_SUCH_USER, NOT_BOUND, PHONE_TAKEN, V3Error};
use super::pass_codes::{self, Address};
use super::{Outcome, SignedIn, done};
use crate::state::State;
use crate::state::users::{Key, User};
use crate::state::v3::{Channel, Proof, TOKEN_LIFETIME};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BindEmail {
    email: String,
    pass_code: String,
}

pub(crate) fn bind_email(world: &World, caller: &SignedIn, request: &BindEmail) -> Outcome {
    let address = Address::of(Some(&request.email), None, "email")?;
    bind(world, caller, &address, None, &request.pass_code, Channel::BindEmail)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BindPhone {
    phone_number: String,
    phone_country_code: Option<String>,
    pass_code: String,
}

pub(crate) fn bind_phone(world: &World, caller: &SignedIn, request: &BindPhone) -> Outcome {
    let address = Address::of(None, Some(&request.phone_number), "phoneNumber")?;
    bind(world, caller, &address, request.phone_country_code.as_deref(), &request.pass_code, Channel::BindPhone)
}

/// For a user who has none yet.
fn bind(
    world: &World,
    caller: &SignedIn,
    address: &Address,
    country_code: Option<&str>,
    code: &str,
    channel: Channel,
) -> Outcome {
    let now = world.now();
    let mut state = world.state();
    let user = state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    if current(user, address).is_some() {
        return Err(ALREADY_BOUND);
    }
    check_free(&state, &caller.user_id, address)?;
    pass_codes::redeem(&mut state, channel, address, code, now)?;
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    set(&mut user, address, country_code);
    user.updated_at = now;
    Ok(Value::Null)
}

fn current<'a>(user: &'a User, address: &Address) -> Option<&'a str> {
    match address {
        Address::Email(_) => user.email.as_deref(),
        Address::Phone(_) => user.phone.as_deref(),
    }
}

fn check_free(state: &State, user_id: &str, address: &Address) -> Result<(), V3Error> {
    match (state.users.find(address.key()), address) {
        (Some(holder), Address::Email(_)) if holder.id != user_id => Err(EMAIL_TAKEN),
        (Some(holder), Address::Phone(_)) if holder.id != user_id => Err(PHONE_TAKEN),
        _ => Ok(()),
    }
}

fn set(user: &mut User, address: &Address, country_code: Option<&str>) {
    match address {
        Address::Email(email) => {
            user.email = Some(email.clone());
            user.email_verified = true;
        }
        Address::Phone(phone) => {
            user.phone = Some(phone.clone());
            user.phone_verified = true;
            user.details.phone_country_code = country_code.map(str::to_owned);
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Unbind {
    pass_code: String,
}

/// With a code sent to the address, if the user can still log in without it.
pub(crate) fn unbind_email(world: &World, caller: &SignedIn, request: &Unbind) -> Outcome {
    let email = user_field(world, caller, |user| user.email.clone())?;
    unbind(world, caller, &Address::Email(email), request, Channel::UnbindEmail, |user| {
        user.email = None;
        user.email_verified = false;
    })
}

pub(crate) fn unbind_phone(world: &World, caller: &SignedIn, request: &Unbind) -> Outcome {
    let phone = user_field(world, caller, |user| user.phone.clone())?;
    unbind(world, caller, &Address::Phone(phone), request, Channel::UnbindPhone, |user| {
        user.phone = None;
        user.phone_verified = false;
        user.details.phone_country_code = None;
    })
}

fn user_field(world: &World, caller: &SignedIn, field: impl Fn(&User) -> Option<String>) -> Result<String, V3Error> {
    let state = world.state();
    field(state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?).ok_or(NOT_BOUND)
}

fn unbind(
    world: &World,
    caller: &SignedIn,
    address: &Address,
    request: &Unbind,
    channel: Channel,
    give_up: impl Fn(&mut User),
) -> Outcome {
    let now = world.now();
    let mut state = world.state();
    let mut left = state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?.clone();
    give_up(&mut left);
    if left.email.is_none() && !left.has_another_way_in() {
        return Err(LAST_WAY_IN);
    }
    pass_codes::redeem(&mut state, channel, address, &request.pass_code, now)?;
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    give_up(&mut user);
    user.updated_at = now;
    Ok(Value::Null)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VerifyUpdateEmail {
    verify_method: EmailMethod,
    email_pass_code_payload: NewEmail,
}

#[derive(Deserialize)]
enum EmailMethod {
    #[serde(rename = "EMAIL_PASSCODE")]
    EmailPassCode,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewEmail {
    new_email: String,
    new_email_pass_code: String,
    old_email: Option<String>,
    old_email_pass_code: Option<String>,
}

/// The first step: codes sent to the new address, and to the old one if it is given.
pub(crate) fn verify_update_email(world: &World, caller: &SignedIn, request: &VerifyUpdateEmail) -> Outcome {
    let VerifyUpdateEmail { verify_method: EmailMethod::EmailPassCode, email_pass_code_payload: payload } = request;
    let new = Address::of(Some(&payload.new_email), None, "emailPassCodePayload.newEmail")?;
    let old = payload.old_email.clone().map(Address::Email).zip(Some(payload.old_email_pass_code.as_deref()));
    let change = Change {
        new,
        new_code: &payload.new_email_pass_code,
        new_channel: Channel::UpdateEmail,
        old,
        old_channel: Channel::UpdateEmail,
    };
    let email = verify_update(world, caller, &change)?.to_owned();
    let proof = Proof::UpdateEmail { user: caller.user_id.clone(), email };
    let token = world.state().v3.proofs.issue(proof, world.now());
    Ok(json!({ "updateEmailToken": token, "tokenExpiresIn": TOKEN_LIFETIME.as_secs() }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VerifyUpdatePhone {
    verify_method: PhoneMethod,
    phone_pass_code_payload: NewPhone,
}

#[derive(Deserialize)]
enum PhoneMethod {
    #[serde(rename = "PHONE_PASSCODE")]
    PhonePassCode,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewPhone {
    new_phone_number: String,
    new_phone_pass_code: String,
    new_phone_country_code: Option<String>,
    old_phone_number: Option<String>,
    old_phone_pass_code: Option<String>,
}

/// There is no channel of its own for a change of the number: the new one is bound, the old one given up.
pub(crate) fn verify_update_phone(world: &World, caller: &SignedIn, request: &VerifyUpdatePhone) -> Outcome {
    let VerifyUpdatePhone { verify_method: PhoneMethod::PhonePassCode, phone_pass_code_payload: payload } = request;
    let new = Address::of(None, Some(&payload.new_phone_number), "phonePassCodePayload.newPhoneNumber")?;
    let old = payload.old_phone_number.clone().map(Address::Phone).zip(Some(payload.old_phone_pass_code.as_deref()));
    let change = Change {
        new,
        new_code: &payload.new_phone_pass_code,
        new_channel: Channel::BindPhone,
        old,
        old_channel: Channel::UnbindPhone,
    };
    let phone = verify_update(world, caller, &change)?.to_owned();
    let country_code = payload.new_phone_country_code.clone();
    let proof = Proof::UpdatePhone { user: caller.user_id.clone(), phone, country_code };
    let token = world.state().v3.proofs.issue(proof, world.now());
    Ok(json!({ "updatePhoneToken": token, "tokenExpiresIn": TOKEN_LIFETIME.as_secs() }))
}

/// A change of address, with the codes that prove it.
struct Change<'a> {
    new: Address,
    new_code: &'a str,
    new_channel: Channel,
    old: Option<(Address, Option<&'a str>)>,
    old_channel: Channel,
}

/// The new address, proven. Both codes are used up, or neither.
fn verify_update<'a>(world: &World, caller: &SignedIn, change: &'a Change<'_>) -> Result<&'a str, V3Error> {
    let now = world.now();
    let mut state = world.state();
    check_free(&state, &caller.user_id, &change.new)?;
    pass_codes::check(&state, change.new_channel, &change.new, change.new_code, now)?;
    if let Some((old, code)) = &change.old {
        let user = state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
        if current(user, old) != Some(old.text()) {
            return Err(V3Error::malformed("oldEmail, oldPhoneNumber"));
        }
        pass_codes::redeem(&mut state, change.old_channel, old, code.unwrap_or_default(), now)?;
    }
    pass_codes::redeem(&mut state, change.new_channel, &change.new, change.new_code, now)?;
    Ok(change.new.text())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UpdateEmail {
    update_email_token: String,
}

pub(crate) fn update_email(world: &World, caller: &SignedIn, request: &UpdateEmail) -> Outcome {
    let is_own = |proof: &Proof| matches!(proof, Proof::UpdateEmail { user, .. } if *user == caller.user_id);
    match redeem(world, &request.update_email_token, is_own)? {
        Proof::UpdateEmail { email, .. } => update(world, caller, &Address::Email(email), None),
        _ => Err(BAD_TOKEN),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UpdatePhone {
    update_phone_token: String,
}

pub(crate) fn update_phone(world: &World, caller: &SignedIn, request: &UpdatePhone) -> Outcome {
    let is_own = |proof: &Proof| matches!(proof, Proof::UpdatePhone { user, .. } if *user == caller.user_id);
    match redeem(world, &request.update_phone_token, is_own)? {
        Proof::UpdatePhone { phone, country_code, .. } => {
            update(world, caller, &Address::Phone(phone), country_code.as_deref())
        }
        _ => Err(BAD_TOKEN),
    }
}

fn redeem(world: &World, token: &str, fits: impl Fn(&Proof) -> bool) -> Result<Proof, V3Error> {
    let now = world.now();
    world.state().v3.proofs.redeem(token, now, fits).ok_or(BAD_TOKEN)
}

/// The second step: another user may have taken the address in between.
fn update(world: &World, caller: &SignedIn, address: &Address, country_code: Option<&str>) -> Outcome {
    let mut state = world.state();
    check_free(&state, &caller.user_id, address)?;
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    set(&mut user, address, country_code);
    user.updated_at = world.now();
    Ok(done())
}
