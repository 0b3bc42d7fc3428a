//! WeChat itself, as its people's phones see it: `wx.login` and the two events that hand over encrypted data.

use serde::Serialize;
use serde_json::{Value, json};

use crate::crypto::wechat;
use crate::state::wechat::{NewPerson, Person, Profile};
use crate::world::World;

/// What `wx.getUserInfo`, or the button of that name, hands to a mini-program.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UserInfo {
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

/// What the button `getPhoneNumber` hands to a mini-program.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PhoneNumber {
    /// The number, encrypted under the session key.
    pub encrypted_data: String,
    /// What it was encrypted with, in base64.
    pub iv: String,
    /// `getPhoneNumber:ok`.
    pub err_msg: String,
}

impl World {
    pub(crate) fn add_person(&self, new: NewPerson) -> String {
        self.state().wechat.add(new).open_id.clone()
    }

    pub(crate) fn wx_login(&self, open_id: &str) -> Option<String> {
        let now = self.now();
        self.state().wechat.log_in(open_id, self.config.rotate_session_keys, now)
    }

    pub(crate) fn wx_user_info(&self, open_id: &str) -> Option<UserInfo> {
        let person = self.state().wechat.person(open_id)?.clone();
        let mut plain = json!(person.profile);
        plain["openId"] = json!(person.open_id);
        if let Some(union_id) = &person.union_id {
            plain["unionId"] = json!(union_id);
        }
        let sealed = self.seal(&person, plain)?;
        let raw_data = raw(&person.profile);
        Some(UserInfo {
            user_info: json!(person.profile),
            signature: wechat::signature(&raw_data, person.session_key()),
            raw_data,
            encrypted_data: sealed.encrypted_data,
            iv: sealed.iv,
            err_msg: "getUserInfo:ok".into(),
        })
    }

    pub(crate) fn wx_phone_number(&self, open_id: &str) -> Option<PhoneNumber> {
        let person = self.state().wechat.person(open_id)?.clone();
        let plain = json!({
            "phoneNumber": full_number(&person),
            "purePhoneNumber": person.phone_number,
            "countryCode": person.country_code,
        });
        let sealed = self.seal(&person, plain)?;
        Some(PhoneNumber { encrypted_data: sealed.encrypted_data, iv: sealed.iv, err_msg: "getPhoneNumber:ok".into() })
    }

    fn seal(&self, person: &Person, mut plain: Value) -> Option<wechat::Sealed> {
        plain["watermark"] = json!({ "timestamp": self.now().seconds(), "appid": self.config.wechat_app_id });
        wechat::encrypt(person.session_key(), plain.to_string().as_bytes())
    }
}

/// Text with the fields in WeChat's order.
fn raw(profile: &Profile) -> String {
    serde_json::to_string(profile).unwrap_or_default()
}

/// WeChat puts the country code before a number from abroad only.
fn full_number(person: &Person) -> String {
    match person.country_code.as_str() {
        "86" => person.phone_number.clone(),
        code => format!("+{code}{}", person.phone_number),
    }
}
