//! The logins of the login page: by password, SMS code or QR code, or by registration.

use std::net::IpAddr;

use serde_json::Map;

use super::interaction::{self, Handle};
use crate::crypto::password_hash::PasswordHash;
use crate::errors::{
    BAD_EMAIL, ErrorResponse, NO_IDENTITY, NO_PASSWORD_SET, NO_SUCH_USER, PASSWORD_MISSING, PASSWORD_TOO_SHORT,
    USER_BLOCKED, USER_EXISTS, WRONG_PASSWORD,
};
use crate::service::{captcha, messages, mfa, qr_login, rules, sessions};
use crate::state::codes::Purpose;
use crate::state::qr_codes::Stage;
use crate::state::users::{Key, User};
use crate::world::World;

/// How a user who registered on the login page did so.
const REGISTER_METHOD: &str = "default:username-password";

/// What the password form holds. It has no `Debug`.
pub(crate) struct PasswordForm<'a> {
    pub(crate) account: &'a str,
    pub(crate) password: &'a str,
    pub(crate) otp: Option<&'a str>,
    pub(crate) captcha: Option<&'a str>,
}

/// The user's id. Failures are counted by IP address, and too many of them ask for a captcha.
pub(crate) fn by_password(world: &World, form: &PasswordForm<'_>, ip: IpAddr) -> Result<String, ErrorResponse> {
    captcha::check(world, ip, form.captcha)?;
    let user = check_password(world, form.account, form.password);
    match &user {
        Ok(_) => captcha::login_succeeded(world, ip),
        Err(why) if [NO_SUCH_USER.code, WRONG_PASSWORD.code].contains(&why.code) => captcha::login_failed(world, ip),
        Err(_) => {}
    }
    let user = user?;
    mfa::verify_otp(world, &user, form.otp)?;
    count(world, &user.id, &ip.to_string())?;
    Ok(user.id)
}

/// The account is an email address, a username or a phone number.
pub(crate) fn check_password(world: &World, account: &str, password: &str) -> Result<User, ErrorResponse> {
    let user = {
        let state = world.state();
        let keys = [Key::Email(account), Key::Username(account), Key::Phone(account)];
        keys.into_iter().find_map(|key| state.users.find(key)).cloned().ok_or(NO_SUCH_USER)?
    };
    let hash = user.password.as_ref().ok_or(NO_PASSWORD_SET)?;
    match hash.matches(password) {
        false => Err(WRONG_PASSWORD),
        true if user.blocked => Err(USER_BLOCKED),
        true => Ok(user),
    }
}

/// Counts a login of a user who has proven to be it.
pub(crate) fn count(world: &World, user_id: &str, ip: &str) -> Result<(), ErrorResponse> {
    sessions::issue_token(world, user_id, ip).map(drop)
}

pub(crate) fn send_sms_code(world: &World, phone: &str) -> Result<(), ErrorResponse> {
    if !rules::is_phone(phone) {
        return Err(NO_IDENTITY);
    }
    messages::send_sms_code(world, Purpose::SmsLogin, phone)
}

/// The user's id. The number must be a user's.
pub(crate) fn by_sms_code(world: &World, phone: &str, code: &str, ip: IpAddr) -> Result<String, ErrorResponse> {
    let now = world.now();
    let user_id = {
        let mut state = world.state();
        state.codes.redeem(Purpose::SmsLogin, phone, code, now)?;
        state.users.find(Key::Phone(phone)).ok_or(NO_SUCH_USER)?.id.clone()
    };
    count(world, &user_id, &ip.to_string())?;
    Ok(user_id)
}

/// A new user, by email address or username; their id.
pub(crate) fn register(world: &World, account: &str, password: &str, ip: IpAddr) -> Result<String, ErrorResponse> {
    let (email, username) = match account {
        "" => return Err(NO_IDENTITY),
        email if rules::is_email(email) => (Some(email), None),
        other if other.contains('@') => return Err(BAD_EMAIL),
        username => (None, Some(username)),
    };
    match password.chars().count() {
        0 => return Err(PASSWORD_MISSING),
        chars if chars < rules::PASSWORD_MIN_CHARS => return Err(PASSWORD_TOO_SHORT),
        _ => {}
    }
    let password = PasswordHash::new(password);
    let user_id = add_user(world, email, username, password)?;
    count(world, &user_id, &ip.to_string())?;
    Ok(user_id)
}

fn add_user(
    world: &World,
    email: Option<&str>,
    username: Option<&str>,
    password: PasswordHash,
) -> Result<String, ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let keys = [email.map(Key::Email), username.map(Key::Username)];
    if keys.into_iter().flatten().any(|key| state.users.find(key).is_some()) {
        return Err(USER_EXISTS);
    }
    let user = User {
        email: email.map(str::to_owned),
        username: username.map(str::to_owned),
        password: Some(password),
        ..User::new(state.new_id(now), REGISTER_METHOD, now)
    };
    Ok(state.users.insert(user).id.clone())
}

/// How far the QR code of an interaction is.
pub(crate) enum QrProgress {
    /// To be shown, by its id.
    Waiting(String),
    /// A user confirmed it: their id.
    Confirmed(String),
}

/// The code that the page shows: a new one at first, and when the one before expired or was cancelled.
pub(crate) fn by_qr(
    world: &World,
    handle: Handle<'_>,
    shown: Option<&str>,
    ip: IpAddr,
) -> Result<QrProgress, ErrorResponse> {
    let now = world.now();
    let ticket = {
        let state = world.state();
        match shown.and_then(|id| Some((id, state.qr.find(id)?))) {
            Some((_, code)) if let Stage::Confirmed { outcome, .. } = &code.stage => {
                outcome.as_str().map(str::to_owned)
            }
            Some((id, code)) if code.is_open(now) => return Ok(QrProgress::Waiting(id.to_owned())),
            _ => None,
        }
    };
    let user_id = ticket.and_then(|ticket| world.state().qr.redeem_ticket(&ticket, now));
    if let Some(user_id) = user_id {
        count(world, &user_id, &ip.to_string())?;
        return Ok(QrProgress::Confirmed(user_id));
    }
    let id = qr_login::generate_for_app(world, Map::new())["qrcodeId"].as_str().unwrap_or_default().to_owned();
    interaction::set_qr(world, handle, id.clone());
    Ok(QrProgress::Waiting(id))
}
