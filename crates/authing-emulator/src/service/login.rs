//! `login`. It works with any token in the request: a stale one must not prevent a login.

use serde::Deserialize;
use serde_json::Value;

use crate::errors::{
    BAD_EMAIL, ErrorResponse, NO_IDENTITY, NO_PASSWORD_SET, NO_SUCH_USER, USER_BLOCKED, WRONG_PASSWORD,
};
use crate::service::callers::Caller;
use crate::service::mfa;
use crate::service::{captcha, pools, rules, sessions};
use crate::state::codes::Purpose;
use crate::state::users::{Key, User};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Login {
    register_in_client: String,
    email: Option<String>,
    username: Option<String>,
    phone: Option<String>,
    unionid: Option<String>,
    openid: Option<String>,
    password: Option<String>,
    phone_code: Option<i64>,
    verify_code: Option<String>,
    #[serde(rename = "MFACode")]
    mfa_code: Option<String>,
    #[serde(rename = "lastIP")]
    last_ip: Option<String>,
    browser: Option<String>,
}

impl Login {
    fn key(&self) -> Result<Key<'_>, ErrorResponse> {
        if let Some(email) = &self.email {
            return if rules::is_email(email) { Ok(Key::Email(email)) } else { Err(BAD_EMAIL) };
        }
        let username = self.username.as_deref().map(Key::Username);
        let phone = self.phone.as_deref().map(Key::Phone);
        let unionid = self.unionid.as_deref().map(Key::UnionId);
        let openid = self.openid.as_deref().map(Key::OpenId);
        username.or(phone).or(unionid).or(openid).ok_or(NO_IDENTITY)
    }
}

/// Logs the user in, with a token.
pub(crate) fn log_in(world: &World, caller: &Caller, login: Login) -> Result<Value, ErrorResponse> {
    pools::check(world, &login.register_in_client)?;
    let user = admit(world, caller, &login)?;
    if let Some(browser) = login.browser
        && let Some(mut user) = world.state().users.find_mut(Key::Id(&user.id))
    {
        user.profile.insert("browser".into(), browser);
    }
    let ip = login.last_ip.unwrap_or_else(|| caller.ip.to_string());
    sessions::issue_token(world, &user.id, &ip)
}

/// The user who logs in, proven. Failures are counted by address, and too many of them ask for a captcha.
fn admit(world: &World, caller: &Caller, login: &Login) -> Result<User, ErrorResponse> {
    let (world, address) = (world, caller.ip);
    let key = login.key()?;
    captcha::check(world, address, login.verify_code.as_deref())?;
    let proven = find(world, key).and_then(|user| verify(world, login, &user).map(|()| user));
    match &proven {
        Ok(_) => captcha::login_succeeded(world, address),
        Err(why) if [NO_SUCH_USER.code, WRONG_PASSWORD.code].contains(&why.code) => {
            captcha::login_failed(world, address);
        }
        Err(_) => {}
    }
    proven
}

fn find(world: &World, key: Key<'_>) -> Result<User, ErrorResponse> {
    let user = world.state().users.find(key).cloned().ok_or(NO_SUCH_USER)?;
    if user.blocked { Err(USER_BLOCKED) } else { Ok(user) }
}

/// Verifies that the caller is this user: by an SMS code, by the password and, where it is
/// on, the second factor, or an id that only a social login knows.
fn verify(world: &World, login: &Login, user: &User) -> Result<(), ErrorResponse> {
    if let (Some(phone), Some(code)) = (&login.phone, login.phone_code) {
        return world.state().codes.redeem(Purpose::SmsLogin, phone, &code.to_string(), world.now());
    }
    if matches!(login.key()?, Key::UnionId(_) | Key::OpenId(_)) {
        return Ok(());
    }
    let hash = user.password.as_ref().ok_or(NO_PASSWORD_SET)?;
    let password = world.password_key.decrypt(login.password.as_deref().unwrap_or_default())?;
    if !hash.matches(&password) {
        return Err(WRONG_PASSWORD);
    }
    mfa::verify_otp(world, user, login.mfa_code.as_deref())
}
