//! What the service does with WeChat's encrypted data: decrypt it with the code's session key, and find whom it is about.

use std::net::IpAddr;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::crypto::encrypted_data;
use crate::errors::{ErrorResponse, NO_SUCH_USER, PHONE_TAKEN, WECHAT_UNDECRYPTABLE};
use crate::service::callers::Caller;
use crate::service::sessions;
use crate::state::State;
use crate::state::users::{Key, User};
use crate::state::wechat::Login;
use crate::world::World;

/// How a user who came from a mini-program registered.
const REGISTER_METHOD: &str = "oauth:wxapp";

/// What every one of these calls sends.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "they are the wire's")]
pub(crate) struct Encrypted {
    pub(crate) iv: String,
    pub(crate) encrypted_data: String,
    pub(crate) code: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LogIn {
    #[serde(flatten)]
    encrypted: Encrypted,
    phone: Option<String>,
    /// Spelled so on the wire.
    #[serde(default)]
    overide_profile: bool,
}

/// Decrypted data, and whose code it came with.
pub(crate) struct Opened {
    pub(crate) login: Login,
    pub(crate) plain: Value,
}

impl Opened {
    pub(crate) fn text(&self, field: &str) -> Option<&str> {
        self.plain[field].as_str().filter(|text| !text.is_empty())
    }
}

/// Trades the code for its session key and decrypts with that. The code is used up either way, as WeChat has it.
pub(crate) fn decrypt(world: &World, request: &Encrypted) -> Result<Opened, ErrorResponse> {
    let login = world.state().wechat.redeem(&request.code, world.now())?;
    let plain = encrypted_data::decrypt(&login.session_key, &request.iv, &request.encrypted_data);
    let plain: Value = plain.and_then(|bytes| serde_json::from_slice(&bytes).ok()).ok_or(WECHAT_UNDECRYPTABLE)?;
    if plain["watermark"]["appid"] != json!(world.config.wechat_app_id) {
        return Err(WECHAT_UNDECRYPTABLE);
    }
    Ok(Opened { login, plain })
}

pub(crate) fn phone(world: &World, request: &Encrypted) -> Result<Value, ErrorResponse> {
    let opened = decrypt(world, request)?;
    let number = opened.text("purePhoneNumber").ok_or(WECHAT_UNDECRYPTABLE)?;
    Ok(json!({
        "phoneNumber": opened.plain["phoneNumber"],
        "purePhoneNumber": number,
        "countryCode": opened.plain["countryCode"],
    }))
}

/// Needs a user who is logged in. Checked first, so that the code is not wasted.
pub(crate) fn bind_phone(world: &World, caller: &Caller, request: &Encrypted) -> Result<Value, ErrorResponse> {
    let id = caller.user()?;
    let opened = decrypt(world, request)?;
    let phone = opened.text("phoneNumber").ok_or(WECHAT_UNDECRYPTABLE)?;
    let mut state = world.state();
    if state.users.find(Key::Phone(phone)).is_some_and(|holder| holder.id != id) {
        return Err(PHONE_TAKEN);
    }
    let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    user.phone = Some(phone.to_owned());
    user.phone_verified = true;
    user.updated_at = world.now();
    Ok(user.to_json(&world.config.user_pool_id))
}

pub(crate) fn log_in(world: &World, request: &LogIn, ip: IpAddr) -> Result<Value, ErrorResponse> {
    let opened = decrypt(world, &request.encrypted)?;
    // WeChat writes the openid into the user info; it must be that of the code.
    if opened.text("openId") != Some(&opened.login.open_id) {
        return Err(WECHAT_UNDECRYPTABLE);
    }
    let id = user_of(world, request, &opened);
    sessions::issue_token(world, &id, &ip.to_string())
}

/// The user with the phone given, else the one this WeChat account is linked to, else a new one; linked from then on.
fn user_of(world: &World, request: &LogIn, opened: &Opened) -> String {
    let now = world.now();
    let mut state = world.state();
    let known = find(&state, request.phone.as_deref(), opened);
    let id = known.clone().unwrap_or_else(|| {
        let mut user = User::new(state.new_id(now), REGISTER_METHOD, now);
        user.oauth = Some(opened.plain.to_string());
        state.users.insert(user).id.clone()
    });
    unlink_others(&mut state, &opened.login.open_id, &id);
    if let Some(mut user) = state.users.find_mut(Key::Id(&id)) {
        user.openid = Some(opened.login.open_id.clone());
        user.unionid = opened.text("unionId").map(str::to_owned).or_else(|| user.unionid.take());
        if user.phone.is_none() {
            user.phone.clone_from(&request.phone);
        }
        if known.is_none() || request.overide_profile {
            set_profile(&mut user, opened);
        }
        user.updated_at = now;
    }
    id
}

fn find(state: &State, phone: Option<&str>, opened: &Opened) -> Option<String> {
    let by_phone = phone.and_then(|phone| state.users.find(Key::Phone(phone)));
    let by_openid = || state.users.find(Key::OpenId(&opened.login.open_id));
    let by_unionid = || state.users.find(Key::UnionId(opened.text("unionId")?));
    by_phone.or_else(by_openid).or_else(by_unionid).map(|user| user.id.clone())
}

/// A WeChat account belongs to one user: it moves to the one whose phone was given.
fn unlink_others(state: &mut State, open_id: &str, id: &str) {
    if let Some(mut user) = state.users.find_mut(Key::OpenId(open_id))
        && user.id != id
    {
        user.openid = None;
        user.unionid = None;
    }
}

fn set_profile(user: &mut User, opened: &Opened) {
    for (ours, theirs) in [("nickname", "nickName"), ("photo", "avatarUrl")] {
        if let Some(text) = opened.text(theirs) {
            user.profile.insert(ours.into(), text.into());
        }
    }
}
