//! The error responses of V3: a `statusCode`, sometimes an `apiCode`, and a message in two languages.

use std::borrow::Cow;

use authing_core::Language;

use crate::errors::{self, ErrorResponse};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct V3Error {
    pub(crate) status_code: u16,
    pub(crate) api_code: Option<i64>,
    chinese: Cow<'static, str>,
    english: Cow<'static, str>,
}

impl V3Error {
    const fn new(status_code: u16, api_code: Option<i64>, chinese: &'static str, english: &'static str) -> Self {
        Self { status_code, api_code, chinese: Cow::Borrowed(chinese), english: Cow::Borrowed(english) }
    }

    pub(crate) fn message(&self, language: Language) -> &str {
        match language {
            Language::English => &self.english,
            _ => &self.chinese,
        }
    }

    /// An argument that is missing or not as it should be, named by its path. Its value is not repeated.
    pub(crate) fn malformed(argument: &str) -> Self {
        Self {
            chinese: format!("参数错误：{argument}").into(),
            english: format!("malformed argument: {argument}").into(),
            ..Self::new(400, None, "", "")
        }
    }

    /// An object that the request names and that does not exist.
    pub(crate) fn not_found(what: &str) -> Self {
        Self {
            chinese: format!("不存在：{what}").into(),
            english: format!("not found: {what}").into(),
            ..Self::new(404, None, "", "")
        }
    }

    /// An object that the request would create or rename, and whose name is taken.
    pub(crate) fn conflict(what: &str) -> Self {
        Self {
            chinese: format!("已存在：{what}").into(),
            english: format!("exists already: {what}").into(),
            ..Self::new(409, None, "", "")
        }
    }

    pub(crate) fn too_many(argument: &str, most: usize) -> Self {
        Self {
            chinese: format!("{argument} 最多 {most} 个").into(),
            english: format!("{argument}: {most} at most").into(),
            ..Self::new(400, None, "", "")
        }
    }

    /// A path that the emulator does not know, or knows with another verb.
    pub(crate) fn no_such_path(method: &str, path: &str) -> Self {
        Self {
            chinese: format!("模拟器不支持 {method} {path}，README 列出了支持的接口").into(),
            english: format!("the emulator does not support {method} {path}: its README lists the supported calls")
                .into(),
            ..Self::new(404, None, "", "")
        }
    }

    pub(crate) fn wrong_verb(path: &str, method: &str) -> Self {
        Self {
            chinese: format!("{path} 不支持 {method}").into(),
            english: format!("{path} does not take {method}").into(),
            ..Self::new(404, None, "", "")
        }
    }
}

/// Services that both generations share return errors with the codes of 2020.
impl From<ErrorResponse> for V3Error {
    fn from(error: ErrorResponse) -> Self {
        let code = error.code;
        let english = authing_core::ErrorCode(code).message(Language::English).into_owned();
        let (status_code, api_code) = match code {
            _ if code == errors::NO_SUCH_USER.code => (404, Some(code)),
            _ if code == errors::WRONG_CODE.code || code == errors::CODE_EXPIRED.code => (400, Some(code)),
            _ if code == errors::NOT_LOGGED_IN.code => (401, Some(code)),
            _ if code == errors::USER_EXISTS.code => (409, Some(code)),
            _ if code == errors::SMS_TOO_SOON.code => (429, None),
            // WeChat's own.
            40_000.. => (602, None),
            1000..=2999 => (403, Some(code)),
            _ => (400, None),
        };
        Self { status_code, api_code, chinese: error.message, english: english.into() }
    }
}

pub(crate) const NOT_LOGGED_IN: V3Error = V3Error::new(401, Some(2020), "尚未登录", "not logged in");
pub(crate) const WRONG_ACCOUNT_OR_PASSWORD: V3Error =
    V3Error::new(403, Some(2333), "账号或密码错误", "the account or the password is wrong");
pub(crate) const WRONG_PASSWORD: V3Error = V3Error::new(403, Some(2006), "密码错误", "the password is wrong");
pub(crate) const NO_SUCH_USER: V3Error = V3Error::new(404, Some(2004), "用户不存在", "there is no such user");
pub(crate) const USER_LOCKED: V3Error = V3Error::new(403, Some(2005), "用户已被锁定", "the user is locked");
pub(crate) const USER_SUSPENDED: V3Error =
    V3Error::new(403, Some(2_120_008), "用户已被停用，或不属于此租户", "the user is suspended, or not in this tenant");
pub(crate) const NO_SUCH_APP: V3Error = V3Error::new(404, Some(2011), "应用不存在", "there is no such application");
pub(crate) const CLIENT_REJECTED: V3Error = V3Error::new(
    401,
    None,
    "应用身份验证失败",
    "client authentication failed: check the application's id, secret and method",
);
pub(crate) const NO_SUCH_POOL: V3Error = V3Error::new(404, Some(2224), "用户池不存在", "there is no such user pool");
pub(crate) const USER_EXISTS: V3Error = V3Error::new(409, Some(2026), "用户已存在", "the user exists already");
pub(crate) const EMAIL_TAKEN: V3Error =
    V3Error::new(409, None, "邮箱已被其他用户绑定", "the email address is another user's");
pub(crate) const PHONE_TAKEN: V3Error =
    V3Error::new(409, None, "手机号已被其他用户绑定", "the phone number is another user's");
pub(crate) const ALREADY_BOUND: V3Error =
    V3Error::new(422, None, "已绑定，请使用修改接口", "one is bound already: call the update instead");
pub(crate) const NOT_BOUND: V3Error = V3Error::new(422, None, "尚未绑定", "none is bound");
pub(crate) const LAST_WAY_IN: V3Error =
    V3Error::new(422, None, "没有其他登录方式，不能解绑", "the user has no other way to log in");
pub(crate) const BAD_TOKEN: V3Error =
    V3Error::new(400, None, "token 无效、已过期或已使用", "the token is not valid, has expired or was used");
pub(crate) const BAD_TICKET: V3Error =
    V3Error::new(400, None, "ticket 无效、已过期或已使用", "the ticket is not valid, has expired or was used");
pub(crate) const PASSWORD_TOO_SHORT: V3Error =
    V3Error::new(422, None, "密码不能少于 6 个字符", "a password has at least 6 characters");
pub(crate) const UNDECRYPTABLE_PASSWORD: V3Error =
    V3Error::new(400, Some(2016), "密码解密出错", "the password could not be decrypted");
pub(crate) const CAPTCHA_NEEDED: V3Error =
    V3Error::new(499, Some(2000), "请输入图形验证码", "too many failures: send captchaCode and captchaToken");
pub(crate) const CAPTCHA_WRONG: V3Error =
    V3Error::new(499, Some(2001), "图形验证码错误或已过期", "the captcha is wrong or has expired");
pub(crate) const MFA_NEEDED: V3Error =
    V3Error::new(403, Some(1635), "需要多因素认证", "a second factor is needed: use the hosted login page");
pub(crate) const RESET_NEEDED: V3Error =
    V3Error::new(403, Some(1639), "首次登录需要重置密码", "first login: reset the password");
pub(crate) const WRONG_TOTP: V3Error =
    V3Error::new(403, Some(6001), "TOTP 验证码错误", "the one-time password is wrong");
pub(crate) const NO_TOTP: V3Error =
    V3Error::new(400, Some(6003), "缺少 TOTP 验证码", "the one-time password is missing");
pub(crate) const FACE_NOT_SUPPORTED: V3Error =
    V3Error::new(501, None, "模拟器不支持人脸识别", "the emulator does not support faces");
pub(crate) const NO_SUCH_QR: V3Error =
    V3Error::new(404, None, "二维码不存在或已过期", "the QR code is not there, or has expired");
pub(crate) const NOT_SCANNED: V3Error =
    V3Error::new(422, None, "请先扫码", "the QR code has not been scanned by this user");

// The administrator's.
pub(crate) const NOT_AUTHORIZED: V3Error = V3Error::new(
    401,
    None,
    "缺少管理员凭证或凭证无效",
    "the administrator's token or signature is missing or not valid",
);
pub(crate) const WRONG_ACCESS_KEY: V3Error =
    V3Error::new(401, None, "AccessKey 或密钥错误", "the access key or its secret is wrong");
pub(crate) const WRONG_SIGNATURE: V3Error =
    V3Error::new(401, Some(1300), "AccessKey 签名错误", "the signature is wrong");
pub(crate) const WRONG_SIGNATURE_METHOD: V3Error =
    V3Error::new(401, Some(1301), "签名方法与服务端不符", "the signature method must be HMAC-SHA1");
pub(crate) const WRONG_SIGNATURE_VERSION: V3Error =
    V3Error::new(401, Some(1302), "签名版本与服务端不符", "the signature version must be 1.0");
pub(crate) const MALFORMED_DATE: V3Error =
    V3Error::new(401, Some(1303), "date 请求头格式错误", "the date header must be an HTTP date or Unix milliseconds");
pub(crate) const NO_DATE: V3Error = V3Error::new(401, Some(1304), "缺少 date 请求头", "there is no date header");
pub(crate) const DATE_TOO_FAR: V3Error =
    V3Error::new(401, Some(1305), "date 与服务器时间相差过大", "the date is too far from the emulator's clock");
pub(crate) const NONCE_USED: V3Error =
    V3Error::new(401, Some(1306), "nonce 重复", "the signature's nonce was used before, or is missing");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_errors_keep_their_code_of_2020() {
        let error = V3Error::from(errors::NO_SUCH_USER);
        assert_eq!((error.status_code, error.api_code), (404, Some(2004)));
        let error = V3Error::from(errors::WECHAT_CODE_INVALID);
        assert_eq!((error.status_code, error.api_code), (602, None));
    }

    #[test]
    fn message_has_two_languages() {
        let error = V3Error::malformed("options.scope");
        assert!(error.message(Language::English).ends_with("options.scope"));
        assert!(error.message(Language::Chinese).ends_with("options.scope"));
    }
}
