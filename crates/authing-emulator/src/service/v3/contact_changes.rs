//! Another email contact or phone number for the user, in two steps.

use serde::Deserialize;
use serde_json::json;

use super::contact::Contact;
use super::error::{BAD_TOKEN, NO_SUCH_USER, V3Error};
use super::{Outcome, SignedIn, done, pass_codes};
use crate::state::users::Key;
use crate::state::v3::{Channel, Proof, TOKEN_LIFETIME};
use crate::world::World;

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

/// The first step: codes sent to the new contact, and to the old one if it is given.
pub(crate) fn verify_update_email(world: &World, caller: &SignedIn, request: &VerifyUpdateEmail) -> Outcome {
    let VerifyUpdateEmail { verify_method: EmailMethod::EmailPassCode, email_pass_code_payload: payload } = request;
    let new = Contact::of(Some(&payload.new_email), None, "emailPassCodePayload.newEmail")?;
    let old = payload.old_email.clone().map(Contact::Email).zip(Some(payload.old_email_pass_code.as_deref()));
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
    let new = Contact::of(None, Some(&payload.new_phone_number), "phonePassCodePayload.newPhoneNumber")?;
    let old = payload.old_phone_number.clone().map(Contact::Phone).zip(Some(payload.old_phone_pass_code.as_deref()));
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

/// A change of contact, with the codes that prove it.
struct Change<'a> {
    new: Contact,
    new_code: &'a str,
    new_channel: Channel,
    old: Option<(Contact, Option<&'a str>)>,
    old_channel: Channel,
}

/// The new contact, proven. Both codes are used up, or neither.
fn verify_update<'a>(world: &World, caller: &SignedIn, change: &'a Change<'_>) -> Result<&'a str, V3Error> {
    let now = world.now();
    let mut state = world.state();
    change.new.check_free(&state, &caller.user_id)?;
    pass_codes::check(&state, change.new_channel, &change.new, change.new_code, now)?;
    if let Some((old, code)) = &change.old {
        let user = state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
        if old.current(user) != Some(old.text()) {
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
        Proof::UpdateEmail { email, .. } => update(world, caller, &Contact::Email(email), None),
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
            update(world, caller, &Contact::Phone(phone), country_code.as_deref())
        }
        _ => Err(BAD_TOKEN),
    }
}

fn redeem(world: &World, token: &str, fits: impl Fn(&Proof) -> bool) -> Result<Proof, V3Error> {
    let now = world.now();
    world.state().v3.proofs.redeem(token, now, fits).ok_or(BAD_TOKEN)
}

/// The second step: another user may have taken the address in between.
fn update(world: &World, caller: &SignedIn, contact: &Contact, country_code: Option<&str>) -> Outcome {
    let mut state = world.state();
    contact.check_free(&state, &caller.user_id)?;
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    contact.set(&mut user, country_code);
    user.updated_at = world.now();
    Ok(done())
}
