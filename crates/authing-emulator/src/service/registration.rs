//! `register`: a new user, by email, phone with a code, username, or a social login's id.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::crypto::password_hash::PasswordHash;
use crate::errors::BAD_REQUEST;
use crate::errors::{BAD_EMAIL, ErrorResponse, NO_IDENTITY, PASSWORD_MISSING, USER_EXISTS, WRONG_CODE};
use crate::service::callers::Caller;
use crate::service::{passwords, pools, rules, sessions};
use crate::state::State;
use crate::state::codes::Purpose;
use crate::state::users::{Key, User};
use crate::world::World;

const BY_PASSWORD: &str = "default:username-password";
const BY_PHONE_CODE: &str = "default:phone-code";
const BY_SOCIAL_LOGIN: &str = "oauth:unionid";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "they are the wire's")]
struct Register {
    register_in_client: Option<String>,
    email: Option<String>,
    username: Option<String>,
    phone: Option<String>,
    phone_code: Option<String>,
    unionid: Option<String>,
    openid: Option<String>,
    password: Option<String>,
    force_login: Option<bool>,
    register_method: Option<String>,
    oauth: Option<String>,
    #[serde(rename = "lastIP")]
    last_ip: Option<String>,
    signed_up: Option<String>,
    last_login: Option<String>,
}

/// Returns the user, without a token unless `forceLogin` asks for one.
pub(crate) fn register(world: &World, caller: &Caller, profile: &Map<String, Value>) -> Result<Value, ErrorResponse> {
    let register: Register = serde_json::from_value(Value::Object(profile.clone())).map_err(|_| BAD_REQUEST)?;
    pools::check(world, register.register_in_client.as_deref().unwrap_or_default())?;
    let password = register.checked_password(world)?;
    let id = register.add_user(world, caller, profile, password)?;
    if register.force_login == Some(true) {
        let ip = register.last_ip.unwrap_or_else(|| caller.ip.to_string());
        return sessions::issue_token(world, &id, &ip);
    }
    let state = world.state();
    Ok(state.users.find(Key::Id(&id)).map(|user| user.to_json(&world.config.user_pool_id)).unwrap_or_default())
}

impl Register {
    /// The hash to keep. A registration by email or username needs a password; a phone's code or a social login proves enough.
    fn checked_password(&self, world: &World) -> Result<Option<PasswordHash>, ErrorResponse> {
        if self.email.as_deref().is_some_and(|email| !rules::is_email(email)) {
            return Err(BAD_EMAIL);
        }
        let Some(ciphertext) = &self.password else {
            let proven = self.phone_code.is_some() || self.unionid.is_some() || self.openid.is_some();
            return if proven { Ok(None) } else { Err(self.what_is_missing()) };
        };
        passwords::new_hash(world, ciphertext).map(Some)
    }

    fn what_is_missing(&self) -> ErrorResponse {
        if self.keys().next().is_none() { NO_IDENTITY } else { PASSWORD_MISSING }
    }

    fn keys(&self) -> impl Iterator<Item = Key<'_>> {
        let email = self.email.as_deref().map(Key::Email);
        let username = self.username.as_deref().map(Key::Username);
        let phone = self.phone.as_deref().map(Key::Phone);
        let unionid = self.unionid.as_deref().map(Key::UnionId);
        let openid = self.openid.as_deref().map(Key::OpenId);
        [email, username, phone, unionid, openid].into_iter().flatten()
    }

    fn add_user(
        &self,
        world: &World,
        caller: &Caller,
        profile: &Map<String, Value>,
        password: Option<PasswordHash>,
    ) -> Result<String, ErrorResponse> {
        let now = world.now();
        let mut state = world.state();
        if self.keys().next().is_none() {
            return Err(NO_IDENTITY);
        }
        if self.keys().any(|key| state.users.find(key).is_some()) {
            return Err(USER_EXISTS);
        }
        self.verify_phone(world, caller, &mut state)?;
        let method = self.register_method.as_deref().unwrap_or(self.usual_method());
        let mut user = User::new(state.new_id(now), method, now);
        user.email.clone_from(&self.email);
        user.username.clone_from(&self.username);
        user.phone.clone_from(&self.phone);
        user.phone_verified = self.phone_code.is_some();
        user.unionid.clone_from(&self.unionid);
        user.openid.clone_from(&self.openid);
        user.oauth.clone_from(&self.oauth);
        user.last_ip.clone_from(&self.last_ip);
        user.last_login.clone_from(&self.last_login);
        user.password = password;
        user.set_profile(profile);
        if let Some(date) = &self.signed_up {
            user.signed_up.clone_from(date);
        }
        Ok(state.users.insert(user).id.clone())
    }

    /// A phone number needs the code sent to it, from either of the two calls that send one. The owner vouches without.
    fn verify_phone(&self, world: &World, caller: &Caller, state: &mut State) -> Result<(), ErrorResponse> {
        let Some(phone) = &self.phone else { return Ok(()) };
        let Some(code) = &self.phone_code else {
            return if caller.is_owner() { Ok(()) } else { Err(WRONG_CODE) };
        };
        let now = world.now();
        let redeemed = state.codes.redeem(Purpose::SmsRegister, phone, code, now);
        redeemed.or_else(|_| state.codes.redeem(Purpose::SmsLogin, phone, code, now))
    }

    fn usual_method(&self) -> &'static str {
        if self.password.is_some() {
            BY_PASSWORD
        } else if self.phone.is_some() {
            BY_PHONE_CODE
        } else {
            BY_SOCIAL_LOGIN
        }
    }
}
