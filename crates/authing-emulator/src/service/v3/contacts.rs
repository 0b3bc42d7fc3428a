//! The user's email contact and phone number: bound, and unbound.

use serde::Deserialize;
use serde_json::Value;

use super::contact::Contact;
use super::error::{ALREADY_BOUND, LAST_WAY_IN, NO_SUCH_USER, NOT_BOUND, V3Error};
use super::{Outcome, SignedIn, pass_codes};
use crate::state::users::{Key, User};
use crate::state::v3::Channel;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BindEmail {
    email: String,
    pass_code: String,
}

pub(crate) fn bind_email(world: &World, caller: &SignedIn, request: &BindEmail) -> Outcome {
    let contact = Contact::of(Some(&request.email), None, "email")?;
    bind(world, caller, &contact, None, &request.pass_code, Channel::BindEmail)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BindPhone {
    phone_number: String,
    phone_country_code: Option<String>,
    pass_code: String,
}

pub(crate) fn bind_phone(world: &World, caller: &SignedIn, request: &BindPhone) -> Outcome {
    let contact = Contact::of(None, Some(&request.phone_number), "phoneNumber")?;
    bind(world, caller, &contact, request.phone_country_code.as_deref(), &request.pass_code, Channel::BindPhone)
}

/// For a user who has none yet.
fn bind(
    world: &World,
    caller: &SignedIn,
    contact: &Contact,
    country_code: Option<&str>,
    code: &str,
    channel: Channel,
) -> Outcome {
    let now = world.now();
    let mut state = world.state();
    let user = state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    if contact.current(user).is_some() {
        return Err(ALREADY_BOUND);
    }
    contact.check_free(&state, &caller.user_id)?;
    pass_codes::redeem(&mut state, channel, contact, code, now)?;
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    contact.set(&mut user, country_code);
    user.updated_at = now;
    Ok(Value::Null)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Unbind {
    pass_code: String,
}

/// With a code sent to the contact, if the user can still log in without it.
pub(crate) fn unbind_email(world: &World, caller: &SignedIn, request: &Unbind) -> Outcome {
    let email = user_field(world, caller, |user| user.email.clone())?;
    unbind(world, caller, &Contact::Email(email), request, Channel::UnbindEmail, |user| {
        user.email = None;
        user.email_verified = false;
    })
}

pub(crate) fn unbind_phone(world: &World, caller: &SignedIn, request: &Unbind) -> Outcome {
    let phone = user_field(world, caller, |user| user.phone.clone())?;
    unbind(world, caller, &Contact::Phone(phone), request, Channel::UnbindPhone, |user| {
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
    contact: &Contact,
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
    pass_codes::redeem(&mut state, channel, contact, &request.pass_code, now)?;
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    give_up(&mut user);
    user.updated_at = now;
    Ok(Value::Null)
}
