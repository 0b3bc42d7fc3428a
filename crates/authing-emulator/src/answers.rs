//! What the service says when it refuses: every code and message in one place.
//!
//! The codes below 3000 are the service's own. Where its documentation names no code for a case, the nearest one
//! is used, and the constant's comment says so.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Value, json};

/// A refusal: a code, the words that go with it, and sometimes data.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) code: u32,
    pub(crate) message: Cow<'static, str>,
    pub(crate) data: Value,
}

impl Refusal {
    const fn new(code: u32, message: &'static str) -> Self {
        Self { code, message: Cow::Borrowed(message), data: Value::Null }
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
pub(crate) const OK: u32 = 200;

pub(crate) const NOT_ALLOWED: Refusal = Refusal::new(1001, "无权限执行此项操作");
pub(crate) const WRONG_CODE: Refusal = Refusal::new(2001, "验证码验证失败(验证码错误)");
pub(crate) const BAD_EMAIL: Refusal = Refusal::new(2003, "注册或登录时邮箱格式不正确");
pub(crate) const NO_SUCH_USER: Refusal = Refusal::new(2004, "用户不存在");
pub(crate) const USER_BLOCKED: Refusal = Refusal::new(2005, "用户已被锁定");
pub(crate) const WRONG_PASSWORD: Refusal = Refusal::new(2006, "密码不正确");
pub(crate) const NO_SUCH_APP: Refusal = Refusal::new(2011, "应用不存在");
pub(crate) const UNDECRYPTABLE_PASSWORD: Refusal = Refusal::new(2016, "密码解密出错");
pub(crate) const FIELD_NOT_YOURS: Refusal = Refusal::new(2018, "用户无权限修改此项内容");
pub(crate) const NOT_LOGGED_IN: Refusal = Refusal::new(2020, "尚未登录，无权限访问此请求");
pub(crate) const USER_EXISTS: Refusal = Refusal::new(2026, "用户已存在，请不要重复注册");
pub(crate) const NO_PASSWORD_SET: Refusal =
    Refusal::new(2027, "OAuth注册，但尝试用密码登录，因未设置密码，无法验证，请通过OAuth登录");
pub(crate) const NO_IDENTITY: Refusal = Refusal::new(2028, "请提供正确的手机号或邮箱");
pub(crate) const PASSWORD_TOO_SHORT: Refusal = Refusal::new(2029, "密码长度不能少于 6 位");
pub(crate) const PASSWORD_MISSING: Refusal = Refusal::new(2032, "注册时需要密码");
pub(crate) const OLD_PASSWORD_MISSING: Refusal = Refusal::new(2201, "请输入原始密码");
pub(crate) const NOT_YOURS: Refusal = Refusal::new(2202, "修改的信息不属于当前用户");
pub(crate) const OLD_PASSWORD_WRONG: Refusal = Refusal::new(2203, "原始密码错误");
pub(crate) const TOKEN_EXPIRED: Refusal = Refusal::new(2206, "登录信息已过期, 需重新登录");
pub(crate) const TOKEN_INVALID: Refusal = Refusal::new(2207, "登录信息有误, 需重新登录");
pub(crate) const OAUTH_ALREADY_BOUND: Refusal =
    Refusal::new(2213, "当尝试绑定第三方OAuth登录方式时，发现已绑定过此种方式");
pub(crate) const OAUTH_BOUND_TO_ANOTHER: Refusal =
    Refusal::new(2215, "当尝试绑定第三方OAuth登录方式时，将要绑定的账号已被绑定过了");
pub(crate) const OAUTH_NOT_BOUND: Refusal =
    Refusal::new(2216, "当尝试解绑第三方OAuth登录方式时，没有绑定过此种OAuth登录");
pub(crate) const LAST_WAY_IN: Refusal = Refusal::new(2217, "没有配置其他登录方式，不能解绑邮箱");
pub(crate) const NO_EMAIL_BOUND: Refusal = Refusal::new(2219, "当尝试解绑邮箱时，此用户没有绑定邮箱");
pub(crate) const CODE_EXPIRED: Refusal = Refusal::new(2300, "验证码过期");
pub(crate) const SMS_TOO_SOON: Refusal = Refusal::new(500, "已发送验证码，还未失效");

/// Recorded without its code; 2018 is the service's code for a field one may not change.
pub(crate) const EMAIL_NOT_HERE: Refusal =
    Refusal::new(2018, "updateUser 接口不能直接修改邮箱，请使用 updateEmail 接口。");

/// In the manner of the email address's refusal.
pub(crate) const PHONE_NOT_HERE: Refusal =
    Refusal::new(2018, "updateUser 接口不能直接修改手机号，请使用 updatePhone 接口。");

/// A phone number that is somebody else's. The nearest code is that of an account bound to another user.
pub(crate) const PHONE_TAKEN: Refusal = Refusal::new(2215, "该手机号已被其他用户绑定");

// WeChat's own codes, where it has one: `jscode2session` answers 40029 and 40163. Its decryption samples fail with
// -41003; a service's code is not negative, so the sign is dropped.
pub(crate) const WECHAT_CODE_INVALID: Refusal = Refusal::new(40029, "code 无效或已过期，请重新调用 wx.login");
pub(crate) const WECHAT_CODE_USED: Refusal = Refusal::new(40163, "code 已被使用，请重新调用 wx.login");
pub(crate) const WECHAT_UNDECRYPTABLE: Refusal =
    Refusal::new(41003, "encryptedData 解密失败：session_key 与此 code 不匹配，请在获取数据之前调用 wx.login");

/// A request that a typed handler cannot read; the status of a malformed request, as the service has no code for it.
pub(crate) const BAD_REQUEST: Refusal = Refusal::new(400, "请求参数不正确");
