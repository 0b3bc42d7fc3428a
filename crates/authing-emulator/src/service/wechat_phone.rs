//! WeChat on the phones of its users: `wx.login`, and the two events with encrypted data.

use serde::Serialize;
use serde_json::{Value, json};

use crate::crypto::encrypted_data;
use crate::state::wechat::{NewWechatUser, Profile, WechatUser};
use crate::world::World;

/// The result of `wx.getUserInfo` or of the button `getUserInfo`, as a mini-program receives it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UserInfoDetail {
    /// The profile in the clear.
    pub user_info: Value,
    /// The same as the text that `signature` covers.
    pub raw_data: String,
    /// SHA-1 of `raw_data` and the session key.
    pub signature: String,
    /// The profile with the openid, encrypted under the session key.
    pub encrypted_data: String,
    /// What it was encrypted with, in base64.
    pub iv: String,
    /// `getUserInfo:ok`.
    pub err_msg: String,
}

/// The result of the button `getPhoneNumber`, as a mini-program receives it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PhoneNumberDetail {
    /// The number, encrypted under the session key.
    pub encrypted_data: String,
    /// What it was encrypted with, in base64.
    pub iv: String,
    /// The code that today's service exchanges for the number. It works once.
    pub code: String,
    /// `getPhoneNumber:ok`.
    pub err_msg: String,
}

pub(crate) fn add_user(world: &World, new: NewWechatUser) -> String {
    world.state().wechat.add(new).open_id.clone()
}

pub(crate) fn wx_login(world: &World, open_id: &str) -> Option<String> {
    let now = world.now();
    world.state().wechat.log_in(open_id, world.config.rotate_session_keys, now)
}

pub(crate) fn user_info(world: &World, open_id: &str) -> Option<UserInfoDetail> {
    let user = world.state().wechat.user(open_id)?.clone();
    let mut plain = json!(user.profile);
    plain["openId"] = json!(user.open_id);
    if let Some(union_id) = &user.union_id {
        plain["unionId"] = json!(union_id);
    }
    let encrypted = encrypt(world, &user, plain)?;
    let raw_data = raw(&user.profile);
    Some(UserInfoDetail {
        user_info: json!(user.profile),
        signature: encrypted_data::signature(&raw_data, user.session_key()),
        raw_data,
        encrypted_data: encrypted.encrypted_data,
        iv: encrypted.iv,
        err_msg: "getUserInfo:ok".into(),
    })
}

pub(crate) fn phone_number(world: &World, open_id: &str) -> Option<PhoneNumberDetail> {
    let user = world.state().wechat.user(open_id)?.clone();
    let encrypted = encrypt(world, &user, phone_info(&user))?;
    Some(PhoneNumberDetail {
        encrypted_data: encrypted.encrypted_data,
        iv: encrypted.iv,
        code: world.state().wechat.issue_phone_code(open_id, world.now()),
        err_msg: "getPhoneNumber:ok".into(),
    })
}

/// The number as WeChat hands it over, but for the watermark.
pub(crate) fn phone_info(user: &WechatUser) -> Value {
    json!({
        "phoneNumber": full_number(user),
        "purePhoneNumber": user.phone_number,
        "countryCode": user.country_code,
    })
}

pub(crate) fn watermark(world: &World) -> Value {
    json!({ "timestamp": world.now().seconds(), "appid": world.config.wechat_app_id })
}

fn encrypt(world: &World, user: &WechatUser, mut plain: Value) -> Option<encrypted_data::EncryptedData> {
    plain["watermark"] = watermark(world);
    encrypted_data::encrypt(user.session_key(), plain.to_string().as_bytes())
}

/// Text with the fields in WeChat's order.
fn raw(profile: &Profile) -> String {
    serde_json::to_string(profile).unwrap_or_default()
}

/// WeChat puts the country code before a number from abroad only.
fn full_number(user: &WechatUser) -> String {
    match user.country_code.as_str() {
        "86" => user.phone_number.clone(),
        code => format!("+{code}{}", user.phone_number),
    }
}
