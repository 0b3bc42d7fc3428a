//! Codes by text message and mail, each for one channel.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Outcome;
use super::contact::Contact;
use super::error::V3Error;
use crate::clock::Timestamp;
use crate::service::messages;
use crate::state::State;
use crate::state::codes::Purpose;
use crate::state::v3::Channel;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EmailCode {
    pub(crate) email: String,
    pub(crate) pass_code: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PhoneCode {
    pub(crate) phone_number: String,
    pub(crate) pass_code: String,
}

/// A code of a sign-in or a sign-up.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PassCodePayload {
    pub(super) pass_code: String,
    email: Option<String>,
    phone: Option<String>,
    pub(super) phone_country_code: Option<String>,
}

impl PassCodePayload {
    /// Where the code was sent.
    pub(super) fn contact(&self) -> Result<Contact, V3Error> {
        Contact::of(self.email.as_deref(), self.phone.as_deref(), "passCodePayload")
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SendSms {
    channel: Channel,
    phone_number: String,
}

/// Not twice within a minute to one number for one channel.
pub(crate) fn send_sms(world: &World, request: &SendSms) -> Outcome {
    if !request.channel.is_for_sms() {
        return Err(V3Error::malformed("channel"));
    }
    let contact = Contact::of(None, Some(&request.phone_number), "phoneNumber")?;
    send(world, request.channel, &contact)?;
    Ok(Value::Null)
}

#[derive(Deserialize)]
pub(crate) struct SendEmail {
    channel: Channel,
    email: String,
}

pub(crate) fn send_email(world: &World, request: &SendEmail) -> Outcome {
    if !request.channel.is_for_mail() {
        return Err(V3Error::malformed("channel"));
    }
    let contact = Contact::of(Some(&request.email), None, "email")?;
    send(world, request.channel, &contact)?;
    Ok(Value::Null)
}

pub(crate) fn send(world: &World, channel: Channel, contact: &Contact) -> Result<(), V3Error> {
    match contact {
        Contact::Email(_) => {
            messages::send_email_code(world, Purpose::Channel(channel), &contact.inbox());
            Ok(())
        }
        Contact::Phone(phone) => Ok(messages::send_sms_code(world, Purpose::Channel(channel), phone)?),
    }
}

/// Uses the code up, if it is right.
pub(crate) fn redeem(
    state: &mut State,
    channel: Channel,
    contact: &Contact,
    code: &str,
    now: Timestamp,
) -> Result<(), V3Error> {
    Ok(state.codes.redeem(Purpose::Channel(channel), &contact.inbox(), code, now)?)
}

/// Whether the code is right, without using it up.
pub(crate) fn check(
    state: &State,
    channel: Channel,
    contact: &Contact,
    code: &str,
    now: Timestamp,
) -> Result<(), V3Error> {
    Ok(state.codes.check(Purpose::Channel(channel), &contact.inbox(), code, now)?)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreCheck {
    code_type: CodeType,
    sms_code_payload: Option<PreCheckSms>,
    email_code_payload: Option<PreCheckEmail>,
}

#[derive(Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum CodeType {
    Sms,
    Email,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PreCheckSms {
    phone: String,
    pass_code: String,
    channel: Channel,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PreCheckEmail {
    email: String,
    pass_code: String,
    channel: Channel,
}

/// Whether a code is right. It can still be used.
pub(crate) fn pre_check(world: &World, request: &PreCheck) -> Outcome {
    let (contact, code, channel) = match request.code_type {
        CodeType::Sms => {
            let payload = request.sms_code_payload.as_ref().ok_or_else(|| V3Error::malformed("smsCodePayload"))?;
            (Contact::Phone(payload.phone.clone()), &payload.pass_code, payload.channel)
        }
        CodeType::Email => {
            let payload = request.email_code_payload.as_ref().ok_or_else(|| V3Error::malformed("emailCodePayload"))?;
            (Contact::Email(payload.email.clone()), &payload.pass_code, payload.channel)
        }
    };
    let now = world.now();
    let is_valid = check(&world.state(), channel, &contact, code, now).is_ok();
    Ok(json!({ "isValid": is_valid }))
}
