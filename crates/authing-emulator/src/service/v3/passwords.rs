//! Passwords of today's service: in the clear, or encrypted with the key that `system` publishes; set, checked, reset.

use serde::Deserialize;
use serde_json::{Value, json};

use super::contact::Contact;
use super::error::{BAD_TOKEN, NO_SUCH_USER, PASSWORD_TOO_SHORT, UNDECRYPTABLE_PASSWORD, V3Error, WRONG_PASSWORD};
use super::{Outcome, SignedIn, done, pass_codes};
use crate::clock::Timestamp;
use crate::crypto::password_hash::PasswordHash;
use crate::crypto::sm2_key::Sm2Key;
use crate::service::{rules, sessions};
use crate::state::users::{Key, User};
use crate::state::v3::{Channel, Proof, TOKEN_LIFETIME};
use crate::world::World;

/// How the passwords of a request are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Encryption {
    #[default]
    None,
    Rsa,
    Sm2,
}

impl Encryption {
    pub(crate) fn decrypt(self, world: &World, password: &str) -> Result<String, V3Error> {
        match self {
            Self::None => Ok(password.to_owned()),
            Self::Rsa => world.password_key.decrypt(password).map_err(|_| UNDECRYPTABLE_PASSWORD),
            Self::Sm2 => Sm2Key::process_wide().decrypt(password).ok_or(UNDECRYPTABLE_PASSWORD),
        }
    }

    /// The hash of a new password.
    pub(crate) fn new_hash(self, world: &World, password: &str) -> Result<PasswordHash, V3Error> {
        let password = self.decrypt(world, password)?;
        if password.chars().count() < rules::PASSWORD_MIN_CHARS {
            return Err(PASSWORD_TOO_SHORT);
        }
        Ok(PasswordHash::new(&password))
    }
}

pub(crate) fn set(user: &mut User, hash: PasswordHash, now: Timestamp) {
    user.password = Some(hash);
    user.details.password_set_at = Some(now.iso());
    user.details.must_reset_password = false;
    user.updated_at = now;
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Update {
    new_password: String,
    old_password: Option<String>,
    #[serde(default)]
    password_encrypt_type: Option<Encryption>,
    password_reset_token: Option<String>,
}

/// With the old password, where there is one, or the token of a reset. The user stays signed in.
pub(crate) fn update(world: &World, caller: &SignedIn, request: &Update) -> Outcome {
    let encryption = request.password_encrypt_type.unwrap_or_default();
    let hash = encryption.new_hash(world, &request.new_password)?;
    let known = world.state().users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?.password.clone();
    if let Some(token) = &request.password_reset_token {
        let user = redeem(world, token)?;
        if user != caller.user_id {
            return Err(BAD_TOKEN);
        }
    } else if let Some(known) = known {
        let old = request.old_password.as_deref().ok_or_else(|| V3Error::malformed("oldPassword"))?;
        if !known.matches(&encryption.decrypt(world, old)?) {
            return Err(WRONG_PASSWORD);
        }
    }
    let now = world.now();
    let mut state = world.state();
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    set(&mut user, hash, now);
    Ok(done())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Validate {
    password: String,
    #[serde(default)]
    password_encrypt_type: Option<Encryption>,
}

/// Whether a password would be taken.
pub(crate) fn validate(world: &World, request: &Validate) -> Outcome {
    let password = request.password_encrypt_type.unwrap_or_default().decrypt(world, &request.password)?;
    Ok(json!({ "valid": password.chars().count() >= rules::PASSWORD_MIN_CHARS }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VerifyReset {
    verify_method: VerifyMethod,
    email_pass_code_payload: Option<pass_codes::EmailCode>,
    phone_pass_code_payload: Option<pass_codes::PhoneCode>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum VerifyMethod {
    EmailPasscode,
    PhonePasscode,
}

/// The first step of a reset: the code that was sent to the user's address or number.
pub(crate) fn verify_reset(world: &World, request: &VerifyReset) -> Outcome {
    let (contact, code) = match request.verify_method {
        VerifyMethod::EmailPasscode => {
            let payload =
                request.email_pass_code_payload.as_ref().ok_or_else(|| V3Error::malformed("emailPassCodePayload"))?;
            (Contact::Email(payload.email.clone()), &payload.pass_code)
        }
        VerifyMethod::PhonePasscode => {
            let payload =
                request.phone_pass_code_payload.as_ref().ok_or_else(|| V3Error::malformed("phonePassCodePayload"))?;
            (Contact::Phone(payload.phone_number.clone()), &payload.pass_code)
        }
    };
    let now = world.now();
    let mut state = world.state();
    let user = state.users.find(contact.key()).ok_or(NO_SUCH_USER)?.id.clone();
    pass_codes::redeem(&mut state, Channel::ResetPassword, &contact, code, now)?;
    let token = state.v3.proofs.issue(Proof::ResetPassword { user }, now);
    Ok(json!({ "passwordResetToken": token, "tokenExpiresIn": TOKEN_LIFETIME.as_secs() }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reset {
    password: String,
    password_reset_token: String,
    #[serde(default)]
    password_encrypt_type: Option<Encryption>,
}

/// The second step. Every token of the user stops working.
pub(crate) fn reset(world: &World, request: &Reset) -> Outcome {
    let hash = request.password_encrypt_type.unwrap_or_default().new_hash(world, &request.password)?;
    let id = redeem(world, &request.password_reset_token)?;
    let now = world.now();
    let mut state = world.state();
    let mut user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    set(&mut user, hash, now);
    sessions::revoke_tokens(world, &mut user);
    Ok(Value::Null)
}

/// The user whom a token of a reset is for.
fn redeem(world: &World, token: &str) -> Result<String, V3Error> {
    let now = world.now();
    let proof = world.state().v3.proofs.redeem(token, now, |proof| matches!(proof, Proof::ResetPassword { .. }));
    match proof {
        Some(Proof::ResetPassword { user }) => Ok(user),
        _ => Err(BAD_TOKEN),
    }
}
