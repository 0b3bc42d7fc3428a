//! Sign-up: a new user, who signs in afterwards.

use serde::Deserialize;
use serde_json::json;

use super::contact::Contact;
use super::error::{USER_EXISTS, V3Error};
use super::pass_codes::{self, PassCodePayload};
use super::passwords::{self, Encryption};
use super::profile::Fields;
use super::user_view::{self, With};
use super::{Outcome, Sender, input};
use crate::crypto::password_hash::PasswordHash;
use crate::service::rules;
use crate::state::State;
use crate::state::users::{Key, User};
use crate::state::v3::Channel;
use crate::world::World;

const BY_PASSWORD: &str = "default:username-password";
const BY_PASS_CODE: &str = "default:pass-code";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignUp {
    connection: Connection,
    password_payload: Option<PasswordPayload>,
    pass_code_payload: Option<PassCodePayload>,
    #[serde(default, deserialize_with = "input::or_default")]
    profile: Fields,
    #[serde(default, deserialize_with = "input::or_default")]
    options: Options,
}

#[derive(Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Connection {
    Password,
    #[serde(rename = "PASSCODE")]
    PassCode,
}

#[derive(Deserialize)]
struct PasswordPayload {
    password: String,
    email: Option<String>,
    username: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Options {
    client_ip: Option<String>,
    password_encrypt_type: Option<Encryption>,
}

/// The new user, without a token.
pub(crate) fn sign_up(world: &World, sender: &Sender, request: &SignUp) -> Outcome {
    let (options, fields) = (&request.options, &request.profile);
    fields.check(&world.state(), None)?;
    let id = match request.connection {
        Connection::Password => {
            let payload = request.password_payload.as_ref().ok_or_else(|| V3Error::malformed("passwordPayload"))?;
            let hash = options.password_encrypt_type.unwrap_or_default().new_hash(world, &payload.password)?;
            let new = NewAccount {
                email: payload.email.as_deref(),
                username: payload.username.as_deref(),
                phone: None,
                phone_country_code: None,
                password: Some(hash),
            };
            add(world, new)?
        }
        Connection::PassCode => {
            let payload = request.pass_code_payload.as_ref().ok_or_else(|| V3Error::malformed("passCodePayload"))?;
            let contact = payload.contact()?;
            redeem(&mut world.state(), world, &contact, &payload.pass_code)?;
            add_proven(world, &contact, payload.phone_country_code.as_deref())?
        }
    };
    let mut state = world.state();
    if let Some(mut user) = state.users.find_mut(Key::Id(&id)) {
        fields.apply(&mut user);
        user.last_ip = Some(sender.user_ip(options.client_ip.as_deref()));
    }
    let user = state.users.find(Key::Id(&id)).map(|user| user_view::show(&state, user, With::default()));
    Ok(json!(user))
}

/// The code stays good if the address is taken.
fn redeem(state: &mut State, world: &World, contact: &Contact, code: &str) -> Result<(), V3Error> {
    if state.users.find(contact.key()).is_some() {
        return Err(USER_EXISTS);
    }
    pass_codes::redeem(state, Channel::Register, contact, code, world.now())
}

/// Who is to be added. It holds a hash, and no password.
pub(super) struct NewAccount<'a> {
    pub(super) email: Option<&'a str>,
    pub(super) username: Option<&'a str>,
    pub(super) phone: Option<&'a str>,
    pub(super) phone_country_code: Option<&'a str>,
    pub(super) password: Option<PasswordHash>,
}

/// The id of the new user.
pub(super) fn add(world: &World, new: NewAccount<'_>) -> Result<String, V3Error> {
    if new.email.is_some_and(|email| !rules::is_email(email)) {
        return Err(V3Error::malformed("email"));
    }
    let keys = [new.email.map(Key::Email), new.username.map(Key::Username), new.phone.map(Key::Phone)];
    let keys: Vec<Key<'_>> = keys.into_iter().flatten().collect();
    if keys.is_empty() {
        return Err(V3Error::malformed("email, username"));
    }
    let now = world.now();
    let mut state = world.state();
    if keys.into_iter().any(|key| state.users.find(key).is_some()) {
        return Err(USER_EXISTS);
    }
    let method = if new.password.is_some() { BY_PASSWORD } else { BY_PASS_CODE };
    let mut user = User {
        email: new.email.map(str::to_owned),
        username: new.username.map(str::to_owned),
        phone: new.phone.map(str::to_owned),
        ..User::new(state.new_id(now), method, now)
    };
    user.details.phone_country_code = new.phone_country_code.map(str::to_owned);
    if let Some(hash) = new.password {
        passwords::set(&mut user, hash, now);
    }
    Ok(state.users.insert(user).id.clone())
}

/// The id of a new user, whose address or number a code has proven.
pub(super) fn add_proven(
    world: &World,
    contact: &Contact,
    phone_country_code: Option<&str>,
) -> Result<String, V3Error> {
    let (email, phone) = match contact {
        Contact::Email(email) => (Some(email.as_str()), None),
        Contact::Phone(phone) => (None, Some(phone.as_str())),
    };
    let id = add(world, NewAccount { email, username: None, phone, phone_country_code, password: None })?;
    if let Some(mut user) = world.state().users.find_mut(Key::Id(&id)) {
        user.email_verified = email.is_some();
        user.phone_verified = phone.is_some();
    }
    Ok(id)
}
