//! The user deletes their own account, in two steps.

use serde::Deserialize;
use serde_json::{Value, json};

use super::contact::Contact;
use super::error::{BAD_TOKEN, NO_SUCH_USER, NOT_BOUND, V3Error, WRONG_PASSWORD};
use super::pass_codes::{self, EmailCode, PhoneCode};
use super::passwords::Encryption;
use super::{Outcome, SignedIn};
use crate::service::users;
use crate::state::users::Key;
use crate::state::v3::{Channel, Proof, TOKEN_LIFETIME};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Verify {
    verify_method: Method,
    phone_pass_code_payload: Option<PhoneCode>,
    email_pass_code_payload: Option<EmailCode>,
    password_payload: Option<Password>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Method {
    PhonePasscode,
    EmailPasscode,
    Password,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Password {
    password: String,
    #[serde(default)]
    password_encrypt_type: Option<Encryption>,
}

/// The first step: a code sent to the user's own address or number, or the password.
pub(crate) fn verify(world: &World, caller: &SignedIn, request: &Verify) -> Outcome {
    match request.verify_method {
        Method::PhonePasscode => {
            let payload =
                request.phone_pass_code_payload.as_ref().ok_or_else(|| V3Error::malformed("phonePassCodePayload"))?;
            check_code(world, caller, &Contact::Phone(payload.phone_number.clone()), &payload.pass_code)?;
        }
        Method::EmailPasscode => {
            let payload =
                request.email_pass_code_payload.as_ref().ok_or_else(|| V3Error::malformed("emailPassCodePayload"))?;
            check_code(world, caller, &Contact::Email(payload.email.clone()), &payload.pass_code)?;
        }
        Method::Password => {
            let payload = request.password_payload.as_ref().ok_or_else(|| V3Error::malformed("passwordPayload"))?;
            check_password(world, caller, payload)?;
        }
    }
    let proof = Proof::DeleteAccount { user: caller.user_id.clone() };
    let token = world.state().v3.proofs.issue(proof, world.now());
    Ok(json!({ "deleteAccountToken": token, "tokenExpiresIn": TOKEN_LIFETIME.as_secs() }))
}

fn check_code(world: &World, caller: &SignedIn, contact: &Contact, code: &str) -> Result<(), V3Error> {
    let now = world.now();
    let mut state = world.state();
    if state.users.find(contact.key()).is_none_or(|user| user.id != caller.user_id) {
        return Err(NOT_BOUND);
    }
    pass_codes::redeem(&mut state, Channel::DeleteAccount, contact, code, now)
}

fn check_password(world: &World, caller: &SignedIn, payload: &Password) -> Result<(), V3Error> {
    let password = payload.password_encrypt_type.unwrap_or_default().decrypt(world, &payload.password)?;
    let hash = world.state().users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?.password.clone();
    if hash.is_some_and(|hash| hash.matches(&password)) { Ok(()) } else { Err(WRONG_PASSWORD) }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Delete {
    delete_account_token: String,
}

/// The second step: the user is gone, with all their ties.
pub(crate) fn delete(world: &World, caller: &SignedIn, request: &Delete) -> Outcome {
    let now = world.now();
    let own = Proof::DeleteAccount { user: caller.user_id.clone() };
    let proof = world.state().v3.proofs.redeem(&request.delete_account_token, now, |proof| *proof == own);
    proof.ok_or(BAD_TOKEN)?;
    users::remove(world, std::slice::from_ref(&caller.user_id)).map_err(|_| NO_SUCH_USER)?;
    Ok(Value::Null)
}
