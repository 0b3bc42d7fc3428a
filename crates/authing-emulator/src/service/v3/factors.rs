//! Second factors: enrolled in two steps, listed, reset; and a one-time password checked.
//!
//! A one-time password is the second factor of 2020 as well: a user has one authenticator. Sign-in by V3 cannot ask for it, and says
//! 1635.

use serde::Deserialize;
use serde_json::{Value, json};

use super::contact::Contact;
use super::error::{BAD_TOKEN, FACE_NOT_SUPPORTED, NO_SUCH_USER, NO_TOTP, V3Error, WRONG_TOTP};
use super::{Outcome, SignedIn, input, pass_codes};
use crate::crypto::random;
use crate::state::State;
use crate::state::mfa::Mfa;
use crate::state::users::{Factor, FactorKind, Key, User};
use crate::state::v3::{Channel, Proof};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SendEnroll {
    factor_type: FactorKind,
    #[serde(default, deserialize_with = "input::or_default")]
    profile: Profile,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Profile {
    phone_number: Option<String>,
    email: Option<String>,
}

/// The first step: a code is sent, or the key for an authenticator is shown.
pub(crate) fn send_enroll(world: &World, caller: &SignedIn, request: &SendEnroll) -> Outcome {
    let contact = match request.factor_type {
        FactorKind::Otp => None,
        FactorKind::Sms => Some(Contact::of(None, request.profile.phone_number.as_deref(), "profile.phoneNumber")?),
        FactorKind::Email => Some(Contact::of(request.profile.email.as_deref(), None, "profile.email")?),
        FactorKind::Face => return Err(FACE_NOT_SUPPORTED),
    };
    if let Some(contact) = &contact {
        pass_codes::send(world, channel(contact), contact)?;
    }
    let proof = Proof::Enroll {
        user: caller.user_id.clone(),
        factor: request.factor_type,
        address: contact.as_ref().map(|contact| contact.text().to_owned()),
    };
    let now = world.now();
    let mut state = world.state();
    let mut data = json!({ "enrollmentToken": state.v3.proofs.issue(proof, now) });
    if request.factor_type == FactorKind::Otp {
        data["otpData"] = new_authenticator(world, &mut state, &caller.user_id)?;
    }
    Ok(data)
}

/// Mails have no channel for binding a factor.
fn channel(contact: &Contact) -> Channel {
    match contact {
        Contact::Email(_) => Channel::VerifyMfa,
        Contact::Phone(_) => Channel::BindMfa,
    }
}

/// One that is in use stays so until the new one is enrolled: it is not replaced.
fn new_authenticator(world: &World, state: &mut State, user_id: &str) -> Outcome {
    let id = state.new_id(world.now());
    let mut user = state.users.find_mut(Key::Id(user_id)).ok_or(NO_SUCH_USER)?;
    if user.mfa.as_ref().is_some_and(|mfa| mfa.enabled) {
        return Err(V3Error::conflict("OTP"));
    }
    let mfa = Mfa::new(id);
    let uri = format!(
        "otpauth://totp/{}:{}?secret={}&issuer={}",
        world.config.pool_name,
        user_id,
        mfa.key(),
        world.config.pool_name
    );
    user.mfa = Some(mfa);
    Ok(json!({ "qrCodeUri": uri, "qrCodeDataUrl": "", "recoveryCode": random::hex::<12>() }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Enroll {
    factor_type: FactorKind,
    enrollment_token: String,
    enrollment_data: EnrollmentData,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct EnrollmentData {
    pass_code: Option<String>,
}

/// The second step: the code that was sent, or the authenticator's password. A wrong one does not use the token up.
pub(crate) fn enroll(world: &World, caller: &SignedIn, request: &Enroll) -> Outcome {
    let code = request.enrollment_data.pass_code.as_deref().ok_or(NO_TOTP)?;
    let now = world.now();
    let mut state = world.state();
    let is_own = |proof: &Proof| matches!(proof, Proof::Enroll { user, factor, .. } if *user == caller.user_id && *factor == request.factor_type);
    let proof = state.v3.proofs.find(&request.enrollment_token, now).filter(|proof| is_own(proof)).cloned();
    let Some(Proof::Enroll { address, .. }) = proof else { return Err(BAD_TOKEN) };
    let id = state.new_id(now);
    match (request.factor_type, address) {
        (FactorKind::Otp, _) => {
            let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
            let mfa = user.mfa.as_mut().ok_or(BAD_TOKEN)?;
            if !mfa.accept(code, now) {
                return Err(WRONG_TOTP);
            }
            mfa.enabled = true;
        }
        (kind, Some(text)) => {
            let contact = if kind == FactorKind::Email { Contact::Email(text) } else { Contact::Phone(text) };
            pass_codes::redeem(&mut state, channel(&contact), &contact, code, now)?;
            let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
            user.details.factors.retain(|factor| factor.kind != kind);
            user.details.factors.push(Factor { id, kind, address: contact.text().to_owned() });
        }
        (_, None) => return Err(FACE_NOT_SUPPORTED),
    }
    state.v3.proofs.redeem(&request.enrollment_token, now, is_own);
    Ok(Value::Null)
}

/// Every factor that is enrolled.
fn all(user: &User) -> Vec<Value> {
    let otp = user.mfa.iter().filter(|mfa| mfa.enabled);
    let otp = otp.map(|mfa| json!({ "factorId": mfa.id, "factorType": FactorKind::Otp, "profile": {} }));
    let others = user.details.factors.iter().map(|factor| {
        let name = if factor.kind == FactorKind::Email { "email" } else { "phoneNumber" };
        json!({ "factorId": factor.id, "factorType": factor.kind, "profile": { name: factor.address } })
    });
    otp.chain(others).collect()
}

pub(crate) fn list(world: &World, caller: &SignedIn) -> Outcome {
    let state = world.state();
    Ok(Value::Array(all(state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?)))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Named {
    factor_id: String,
}

pub(crate) fn get(world: &World, caller: &SignedIn, request: &Named) -> Outcome {
    let state = world.state();
    let user = state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    let factor = all(user).into_iter().find(|factor| factor["factorId"] == request.factor_id.as_str());
    factor.ok_or_else(|| V3Error::not_found("factorId"))
}

/// The kinds that are not enrolled yet.
pub(crate) fn list_to_enroll(world: &World, caller: &SignedIn) -> Outcome {
    let state = world.state();
    let enrolled = all(state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?);
    let kinds = [FactorKind::Otp, FactorKind::Sms, FactorKind::Email];
    let is_new = |kind: &FactorKind| enrolled.iter().all(|factor| factor["factorType"] != json!(kind));
    Ok(kinds.into_iter().filter(is_new).map(|kind| json!({ "factorType": kind })).collect())
}

pub(crate) fn reset(world: &World, caller: &SignedIn, request: &Named) -> Outcome {
    get(world, caller, request)?;
    let mut state = world.state();
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    user.mfa = user.mfa.take().filter(|mfa| mfa.id != request.factor_id);
    user.details.factors.retain(|factor| factor.id != request.factor_id);
    Ok(Value::Null)
}

#[derive(Deserialize)]
pub(crate) struct VerifyTotp {
    totp: Option<String>,
}

/// A password works once.
pub(crate) fn verify_totp(world: &World, caller: &SignedIn, request: &VerifyTotp) -> Outcome {
    let totp = request.totp.as_deref().filter(|totp| !totp.is_empty()).ok_or(NO_TOTP)?;
    let now = world.now();
    let mut state = world.state();
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    let is_right = user.mfa.as_mut().is_some_and(|mfa| mfa.enabled && mfa.accept(totp, now));
    if is_right { Ok(json!({ "verified": true })) } else { Err(WRONG_TOTP) }
}
