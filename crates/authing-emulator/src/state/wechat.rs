//! WeChat's side: its users, their session keys, and the codes of `wx.login`.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::{encrypted_data, random};
use crate::errors::{ErrorResponse, WECHAT_CODE_INVALID, WECHAT_CODE_USED};

/// The lifetime of a code of `wx.login`.
const CODE_LIFETIME: Duration = Duration::from_mins(5);

/// A WeChat user. A field that is left out gets a plausible value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct NewWechatUser {
    /// The name others see.
    pub nick_name: Option<String>,
    /// Without country code. If left out, a number that no other WeChat user has.
    pub phone_number: Option<String>,
    /// `86` when left out.
    pub country_code: Option<String>,
    /// The address of the photo.
    pub avatar_url: Option<String>,
    /// 0 unknown, 1 male, 2 female.
    pub gender: u8,
    /// The user's city.
    pub city: String,
    /// The province of `city`.
    pub province: String,
    /// The country of `city`.
    pub country: String,
    /// Left out: a new one.
    pub open_id: Option<String>,
    /// Given when the mini-program belongs to a WeChat open platform account.
    pub union_id: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WechatUser {
    pub(crate) open_id: String,
    pub(crate) union_id: Option<String>,
    pub(crate) phone_number: String,
    pub(crate) country_code: String,
    pub(crate) profile: Profile,
    session_key: String,
}

/// The fields of WeChat's `userInfo`, in its order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Profile {
    pub(crate) nick_name: String,
    pub(crate) gender: u8,
    pub(crate) language: String,
    pub(crate) city: String,
    pub(crate) province: String,
    pub(crate) country: String,
    pub(crate) avatar_url: String,
}

impl WechatUser {
    pub(crate) fn session_key(&self) -> &str {
        &self.session_key
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct WeChat {
    #[serde(rename = "people")]
    users: BTreeMap<String, WechatUser>,
    codes: BTreeMap<String, Login>,
    phone_codes: BTreeMap<String, PhoneCode>,
}

/// The meaning of a code of the phone number button: a user.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct PhoneCode {
    open_id: String,
    at: Timestamp,
    used: bool,
}

/// The meaning of a code: a user, and the session key that was generated with it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Login {
    pub(crate) open_id: String,
    pub(crate) session_key: String,
    at: Timestamp,
    used: bool,
}

impl WeChat {
    pub(crate) fn add(&mut self, new: NewWechatUser) -> &WechatUser {
        let number = self.users.len() + 1;
        let open_id = new.open_id.unwrap_or_else(|| format!("o{}", random::hex::<13>()));
        let profile = Profile {
            nick_name: new.nick_name.unwrap_or_else(|| format!("微信用户{number}")),
            gender: new.gender,
            language: "zh_CN".into(),
            city: new.city,
            province: new.province,
            country: new.country,
            avatar_url: new.avatar_url.unwrap_or_else(|| "https://thirdwx.qlogo.cn/mmopen/vi_32/emulator/132".into()),
        };
        let user = WechatUser {
            union_id: new.union_id,
            phone_number: new.phone_number.unwrap_or_else(|| format!("1380000{number:04}")),
            country_code: new.country_code.unwrap_or_else(|| "86".into()),
            profile,
            session_key: encrypted_data::session_key(),
            open_id: open_id.clone(),
        };
        self.users.entry(open_id).insert_entry(user).into_mut()
    }

    /// Whether this is an openid or a code of `wx.login` of this pool.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.users.contains_key(word) || self.codes.contains_key(word)
    }

    pub(crate) fn users(&self) -> impl Iterator<Item = &WechatUser> {
        self.users.values()
    }

    pub(crate) fn user(&self, open_id: &str) -> Option<&WechatUser> {
        self.users.get(open_id)
    }

    /// `wx.login`: a new code and, in the worst case that WeChat permits, a new session key.
    pub(crate) fn log_in(&mut self, open_id: &str, rotate: bool, now: Timestamp) -> Option<String> {
        let user = self.users.get_mut(open_id)?;
        if rotate {
            user.session_key = encrypted_data::session_key();
        }
        // A used or expired code is remembered for a while, so that the error names the right reason.
        self.codes.retain(|_, login| now < login.at.plus(CODE_LIFETIME.saturating_mul(2)));
        let code = random::hex::<16>();
        let login = Login { open_id: open_id.into(), session_key: user.session_key.clone(), at: now, used: false };
        self.codes.insert(code.clone(), login);
        Some(code)
    }

    /// `jscode2session`: what the code stands for. It works once, for five minutes.
    pub(crate) fn redeem(&mut self, code: &str, now: Timestamp) -> Result<Login, ErrorResponse> {
        let login = self.codes.get_mut(code).ok_or(WECHAT_CODE_INVALID)?;
        if login.used {
            return Err(WECHAT_CODE_USED);
        }
        if now >= login.at.plus(CODE_LIFETIME) {
            return Err(WECHAT_CODE_INVALID);
        }
        login.used = true;
        Ok(login.clone())
    }

    /// The code in the event of the phone number button: it works once, for five minutes. A later `wx.login` does not
    /// end it.
    pub(crate) fn issue_phone_code(&mut self, open_id: &str, now: Timestamp) -> String {
        self.phone_codes.retain(|_, code| now < code.at.plus(CODE_LIFETIME.saturating_mul(2)));
        let text = random::hex::<16>();
        self.phone_codes.insert(text.clone(), PhoneCode { open_id: open_id.into(), at: now, used: false });
        text
    }

    /// `getuserphonenumber`: the user whose number it is.
    pub(crate) fn redeem_phone_code(&mut self, text: &str, now: Timestamp) -> Result<&WechatUser, ErrorResponse> {
        let code = self.phone_codes.get_mut(text).ok_or(WECHAT_CODE_INVALID)?;
        if code.used {
            return Err(WECHAT_CODE_USED);
        }
        if now >= code.at.plus(CODE_LIFETIME) {
            return Err(WECHAT_CODE_INVALID);
        }
        code.used = true;
        self.users.get(&code.open_id).ok_or(WECHAT_CODE_INVALID)
    }
}
