//! Sign-in with an account that the phone's user has elsewhere: WeChat's, from a mini-program.

use serde::Deserialize;
use serde_json::Value;

use super::error::V3Error;
use super::sign_in::{self, Options};
use super::{Outcome, Sender, input, wechat};
use crate::service::wxapp::{self, Encrypted};
use crate::state::State;
use crate::state::provider::App;
use crate::state::users::{Key, User};
use crate::world::World;

/// How a user who came from a mini-program registered.
const REGISTER_METHOD: &str = "oauth:wxapp";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignIn {
    connection: String,
    #[serde(rename = "extIdpConnidentifier")]
    connection_identifier: String,
    wechat_mini_program_code_payload: Option<CodePayload>,
    wechat_mini_program_phone_payload: Option<Encrypted>,
    wechat_mini_program_code_and_phone_payload: Option<CodeAndPhonePayload>,
    #[serde(default, deserialize_with = "input::or_default")]
    options: Options,
}

/// The client sends empty texts for what it has not.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct CodePayload {
    code: String,
    #[serde(default, deserialize_with = "input::or_default")]
    encrypted_data: String,
    #[serde(default, deserialize_with = "input::or_default")]
    iv: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CodeAndPhonePayload {
    wx_login_info: CodePayload,
    wx_phone_info: PhoneInfo,
}

#[derive(Deserialize)]
struct PhoneInfo {
    code: String,
}

/// What WeChat says of the user who signs in.
#[derive(Default)]
struct WechatAccount {
    open_id: String,
    union_id: Option<String>,
    nickname: Option<String>,
    photo: Option<String>,
    phone: Option<Phone>,
}

struct Phone {
    number: String,
    country_code: String,
}

pub(crate) fn by_mobile(world: &World, app: &App, sender: &Sender, request: &SignIn) -> Outcome {
    if request.connection_identifier.is_empty() {
        return Err(V3Error::malformed("extIdpConnidentifier"));
    }
    let account = match request.connection.as_str() {
        "wechat_mini_program_code" => {
            let payload = request.wechat_mini_program_code_payload.as_ref();
            by_code(world, payload.ok_or_else(|| V3Error::malformed("wechatMiniProgramCodePayload"))?)
        }
        "wechat_mini_program_phone" => {
            let payload = request.wechat_mini_program_phone_payload.as_ref();
            by_phone(world, payload.ok_or_else(|| V3Error::malformed("wechatMiniProgramPhonePayload"))?)
        }
        "wechat_mini_program_code_and_phone" => {
            let payload = request.wechat_mini_program_code_and_phone_payload.as_ref();
            let payload = payload.ok_or_else(|| V3Error::malformed("wechatMiniProgramCodeAndPhonePayload"))?;
            let phone = wechat::redeem_phone(world, &payload.wx_phone_info.code)?;
            by_code(world, &payload.wx_login_info).map(|account| WechatAccount { phone: phone_of(&phone), ..account })
        }
        _ => Err(V3Error::malformed("connection: the emulator has WeChat's mini-program only")),
    }?;
    let id = user_of(world, account);
    sign_in::finish(world, app, sender, &id, &request.connection, &request.options)
}

fn by_code(world: &World, payload: &CodePayload) -> Result<WechatAccount, V3Error> {
    if payload.encrypted_data.is_empty() {
        let now = world.now();
        let mut state = world.state();
        let open_id = state.wechat.redeem(&payload.code, now)?.open_id;
        let union_id = state.wechat.user(&open_id).and_then(|user| user.union_id.clone());
        return Ok(WechatAccount { open_id, union_id, ..WechatAccount::default() });
    }
    let CodePayload { code, encrypted_data, iv } = payload.clone();
    let opened = wxapp::decrypt(world, &Encrypted { iv, encrypted_data, code })?;
    Ok(WechatAccount {
        union_id: opened.text("unionId").map(str::to_owned),
        nickname: opened.text("nickName").map(str::to_owned),
        photo: opened.text("avatarUrl").map(str::to_owned),
        phone: None,
        open_id: opened.login.open_id,
    })
}

fn by_phone(world: &World, payload: &Encrypted) -> Result<WechatAccount, V3Error> {
    let opened = wxapp::decrypt(world, payload)?;
    let phone = phone_of(&opened.plain).ok_or_else(|| V3Error::malformed("encryptedData: no phone number is in it"))?;
    Ok(WechatAccount { open_id: opened.login.open_id, phone: Some(phone), ..WechatAccount::default() })
}

fn phone_of(info: &Value) -> Option<Phone> {
    let number = info["purePhoneNumber"].as_str()?.to_owned();
    let country_code = format!("+{}", info["countryCode"].as_str().unwrap_or("86"));
    Some(Phone { number, country_code })
}

/// The user with the phone, else the one this WeChat account is linked to, else a new one; linked from then on.
fn user_of(world: &World, account: WechatAccount) -> String {
    let now = world.now();
    let mut state = world.state();
    let known = find(&state, &account);
    let is_new = known.is_none();
    let id = known.unwrap_or_else(|| {
        let user = User::new(state.new_id(now), REGISTER_METHOD, now);
        state.users.insert(user).id.clone()
    });
    if let Some(mut other) = state.users.find_mut(Key::OpenId(&account.open_id))
        && other.id != id
    {
        other.openid = None;
        other.unionid = None;
    }
    if let Some(mut user) = state.users.find_mut(Key::Id(&id)) {
        link(&mut user, account, is_new);
        user.updated_at = now;
    }
    id
}

fn find(state: &State, account: &WechatAccount) -> Option<String> {
    let by_phone = account.phone.as_ref().and_then(|phone| state.users.find(Key::Phone(&phone.number)));
    let by_open_id = || state.users.find(Key::OpenId(&account.open_id));
    let by_union_id = || state.users.find(Key::UnionId(account.union_id.as_deref()?));
    by_phone.or_else(by_open_id).or_else(by_union_id).map(|user| user.id.clone())
}

fn link(user: &mut User, account: WechatAccount, is_new: bool) {
    user.openid = Some(account.open_id);
    user.unionid = account.union_id.or_else(|| user.unionid.take());
    if let Some(phone) = account.phone {
        user.phone = Some(phone.number);
        user.phone_verified = true;
        user.details.phone_country_code = Some(phone.country_code);
    }
    if is_new {
        user.profile.extend(account.nickname.map(|nickname| ("nickname".to_owned(), nickname)));
        user.profile.extend(account.photo.map(|photo| ("photo".to_owned(), photo)));
    }
}
