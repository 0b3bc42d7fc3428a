//! What the service says when it refuses: every code and message in one place.
//!
//! The codes are the SDK's. Where the service's documentation names none for a case, the nearest one is used, and the
//! constant's comment says so.

use std::borrow::Cow;
use std::fmt;

use authing_core::ErrorCode;
use serde_json::{Value, json};

/// A refusal: a code, the words that go with it, and sometimes data.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) code: i64,
    pub(crate) message: Cow<'static, str>,
    pub(crate) data: Value,
}

impl Refusal {
    /// In the words that the list of codes has.
    const fn of(code: ErrorCode) -> Self {
        match code.message() {
            Some(message) => Self::new(code, message),
            None => Self::new(code, ""),
        }
    }

    /// In words that were recorded, where they are not the list's.
    const fn new(code: ErrorCode, message: &'static str) -> Self {
        Self { code: code.0, message: Cow::Borrowed(message), data: Value::Null }
    }

    /// The same code in other words.
    pub(crate) fn saying(self, message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), ..self }
    }

    /// The object that both envelopes carry: GraphQL as `message`, REST as the whole body.
    pub(crate) fn to_json(&self) -> Value {
        json!({ "code": self.code, "message": self.message, "data": self.data })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Refusal {}

/// The code of every success.
pub(crate) const OK: i64 = ErrorCode::OK.0;

pub(crate) const CAPTCHA_NEEDED: Refusal = Refusal::of(ErrorCode::CAPTCHA_REQUIRED);
pub(crate) const NOT_ALLOWED: Refusal = Refusal::of(ErrorCode::FORBIDDEN);
pub(crate) const WRONG_CODE: Refusal = Refusal::of(ErrorCode::WRONG_VERIFY_CODE);
pub(crate) const BAD_EMAIL: Refusal = Refusal::of(ErrorCode::MALFORMED_EMAIL);
pub(crate) const NO_SUCH_USER: Refusal = Refusal::of(ErrorCode::USER_NOT_FOUND);
pub(crate) const USER_BLOCKED: Refusal = Refusal::of(ErrorCode::USER_BLOCKED);
pub(crate) const WRONG_PASSWORD: Refusal = Refusal::of(ErrorCode::WRONG_PASSWORD);
pub(crate) const NO_SUCH_APP: Refusal = Refusal::of(ErrorCode::APP_NOT_FOUND);
pub(crate) const BAD_SEARCH: Refusal = Refusal::of(ErrorCode::MALFORMED_SEARCH);
pub(crate) const BAD_SEARCH_TYPE: Refusal = Refusal::of(ErrorCode::ILLEGAL_SEARCH_TYPE);
pub(crate) const UNDECRYPTABLE_PASSWORD: Refusal = Refusal::new(ErrorCode::PASSWORD_UNDECRYPTABLE, "密码解密出错");
pub(crate) const FIELD_NOT_YOURS: Refusal = Refusal::of(ErrorCode::FIELD_NOT_PERMITTED);
pub(crate) const NOT_LOGGED_IN: Refusal = Refusal::of(ErrorCode::NOT_LOGGED_IN);
pub(crate) const USER_EXISTS: Refusal = Refusal::of(ErrorCode::USER_EXISTS);
pub(crate) const NO_PASSWORD_SET: Refusal = Refusal::of(ErrorCode::NO_PASSWORD_SET);
pub(crate) const NO_IDENTITY: Refusal = Refusal::of(ErrorCode::PHONE_OR_EMAIL_REQUIRED);
pub(crate) const PASSWORD_TOO_SHORT: Refusal = Refusal::of(ErrorCode::PASSWORD_TOO_SHORT);
pub(crate) const PASSWORD_MISSING: Refusal = Refusal::of(ErrorCode::PASSWORD_REQUIRED);
pub(crate) const TOO_MANY_IDS: Refusal = Refusal::of(ErrorCode::TOO_MANY_IDS);
pub(crate) const EMAIL_TAKEN: Refusal = Refusal::of(ErrorCode::EMAIL_TAKEN);
pub(crate) const EMAIL_UNCHANGED: Refusal = Refusal::of(ErrorCode::EMAIL_UNCHANGED);
pub(crate) const BAD_NEW_EMAIL: Refusal = Refusal::of(ErrorCode::MALFORMED_NEW_EMAIL);
pub(crate) const NOTHING_TO_REMOVE: Refusal = Refusal::of(ErrorCode::DELETE_FAILED);
pub(crate) const NO_SUCH_ROLE: Refusal = Refusal::of(ErrorCode::GROUP_NOT_FOUND);
pub(crate) const OLD_PASSWORD_MISSING: Refusal = Refusal::of(ErrorCode::OLD_PASSWORD_REQUIRED);
pub(crate) const NOT_YOURS: Refusal = Refusal::of(ErrorCode::NOT_OWN_DATA);
pub(crate) const OLD_PASSWORD_WRONG: Refusal = Refusal::of(ErrorCode::WRONG_OLD_PASSWORD);
pub(crate) const TOKEN_EXPIRED: Refusal = Refusal::of(ErrorCode::TOKEN_EXPIRED);
pub(crate) const TOKEN_INVALID: Refusal = Refusal::of(ErrorCode::TOKEN_INVALID);
pub(crate) const OAUTH_ALREADY_BOUND: Refusal = Refusal::of(ErrorCode::OAUTH_BOUND);
pub(crate) const OAUTH_BOUND_TO_ANOTHER: Refusal = Refusal::of(ErrorCode::OAUTH_TAKEN);
pub(crate) const OAUTH_NOT_BOUND: Refusal = Refusal::of(ErrorCode::OAUTH_NOT_BOUND);
pub(crate) const LAST_WAY_IN: Refusal =
    Refusal::new(ErrorCode::LAST_LOGIN_METHOD, "没有配置其他登录方式，不能解绑邮箱");
pub(crate) const NO_EMAIL_BOUND: Refusal = Refusal::of(ErrorCode::NO_EMAIL_BOUND);
pub(crate) const CODE_EXPIRED: Refusal = Refusal::of(ErrorCode::CODE_EXPIRED);
pub(crate) const SMS_TOO_SOON: Refusal = Refusal::new(ErrorCode::FAILED, "已发送验证码，还未失效");

/// Recorded without its code; 2018 is the service's code for a field one may not change.
pub(crate) const EMAIL_NOT_HERE: Refusal =
    Refusal::new(ErrorCode::FIELD_NOT_PERMITTED, "updateUser 接口不能直接修改邮箱，请使用 updateEmail 接口。");

/// In the manner of the email address's refusal.
pub(crate) const PHONE_NOT_HERE: Refusal =
    Refusal::new(ErrorCode::FIELD_NOT_PERMITTED, "updateUser 接口不能直接修改手机号，请使用 updatePhone 接口。");

/// A user with a second factor logs in without it. The service's documentation names no code.
pub(crate) const MFA_NEEDED: Refusal = Refusal::new(ErrorCode::WRONG_VERIFY_CODE, "请输入 MFA 验证码");
pub(crate) const MFA_WRONG: Refusal = Refusal::new(ErrorCode::WRONG_VERIFY_CODE, "MFA 验证码错误");

/// QR codes that nobody made, or whose time is up, and tickets that were used. The service names no codes.
pub(crate) const NO_SUCH_QR: Refusal = Refusal::new(ErrorCode::FAILED, "二维码不存在");
pub(crate) const BAD_TICKET: Refusal = Refusal::new(ErrorCode::FAILED, "ticket 无效或已过期");
pub(crate) const BAD_RANDOM: Refusal = Refusal::new(ErrorCode::FAILED, "random 必须是 12 到 24 位字母或数字");
pub(crate) const NOT_SCANNED: Refusal = Refusal::new(ErrorCode::FAILED, "have not been authed");

/// A phone number that is somebody else's. The nearest code is that of an account bound to another user.
pub(crate) const PHONE_TAKEN: Refusal = Refusal::new(ErrorCode::OAUTH_TAKEN, "该手机号已被其他用户绑定");

// WeChat's own codes, where it has one: `jscode2session` answers 40029 and 40163. Its decryption samples fail with
// -41003; a service's code is not negative, so the sign is dropped.
pub(crate) const WECHAT_CODE_INVALID: Refusal =
    Refusal::new(ErrorCode(40029), "code 无效或已过期，请重新调用 wx.login");
pub(crate) const WECHAT_CODE_USED: Refusal = Refusal::new(ErrorCode(40163), "code 已被使用，请重新调用 wx.login");
pub(crate) const WECHAT_UNDECRYPTABLE: Refusal = Refusal::new(
    ErrorCode(41003),
    "encryptedData 解密失败：session_key 与此 code 不匹配，请在获取数据之前调用 wx.login",
);

/// A request that a typed handler cannot read; the status of a malformed request, as the service has no code for it.
pub(crate) const BAD_REQUEST: Refusal = Refusal::new(ErrorCode(400), "请求参数不正确");
