//! What a program shows to a person for an error of the service.

use std::borrow::Cow;

use super::ErrorCode;

/// The language of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Simplified Chinese.
    Chinese,
    /// English.
    English,
}

impl ErrorCode {
    /// A sentence to show to a person: what happened and what to do, without a full stop. The service's own sentences
    /// ([`service_message`](Self::service_message)) are for developers.
    ///
    /// An unknown user and a wrong password have one sentence, so that it does not tell who has an account.
    ///
    /// ```
    /// use authing_core::{ErrorCode, Language};
    ///
    /// assert_eq!(ErrorCode::TOKEN_EXPIRED.message(Language::English), "Your login has expired, log in again");
    /// assert_eq!(ErrorCode::TOKEN_EXPIRED.message(Language::Chinese), "登录已过期，请重新登录");
    /// assert_eq!(ErrorCode(9999).message(Language::Chinese), "操作未成功（错误码 9999）");
    /// ```
    pub fn message(self, language: Language) -> Cow<'static, str> {
        match (language, self.for_people()) {
            (Language::Chinese, Some((chinese, _))) => Cow::Borrowed(chinese),
            (Language::English, Some((_, english))) => Cow::Borrowed(english),
            (Language::Chinese, None) => Cow::Owned(format!("操作未成功（错误码 {self}）")),
            (Language::English, None) => Cow::Owned(format!("That did not work (error {self})")),
        }
    }

    fn for_people(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::SYSTEM_BUSY => ("系统繁忙，请稍后再试", "The service is busy, try again later"),
            Self::FORBIDDEN | Self::FIELD_NOT_PERMITTED | Self::NOT_OWN_DATA => {
                ("没有权限进行此操作", "You are not permitted to do this")
            }
            Self::CAPTCHA_REQUIRED => ("请输入图形验证码", "Enter the characters in the picture"),
            Self::WRONG_VERIFY_CODE => ("验证码错误，请重新输入", "The code is wrong, enter it again"),
            Self::CODE_EXPIRED => ("验证码已过期，请重新获取", "The code has expired, request another"),
            Self::LOGIN_QUOTA_EXHAUSTED => {
                ("暂时无法登录，请稍后再试", "Logging in is not possible now, try again later")
            }
            Self::MALFORMED_EMAIL | Self::MALFORMED_NEW_EMAIL => {
                ("邮箱格式不正确，请重新输入", "This is not an email address, enter it again")
            }
            Self::PHONE_OR_EMAIL_REQUIRED => {
                ("请填写正确的手机号或邮箱", "Enter a valid phone number or email address")
            }
            Self::USER_NOT_FOUND | Self::WRONG_PASSWORD => ("账号或密码错误", "The account or the password is wrong"),
            Self::WRONG_OLD_PASSWORD => ("原密码错误，请重新输入", "The old password is wrong, enter it again"),
            Self::OLD_PASSWORD_REQUIRED => ("请输入原密码", "Enter the old password"),
            Self::USER_BLOCKED => ("账号已锁定，请联系客服", "The account is locked, contact support"),
            Self::NOT_LOGGED_IN => ("请先登录", "Log in first"),
            Self::TOKEN_EXPIRED => ("登录已过期，请重新登录", "Your login has expired, log in again"),
            Self::TOKEN_INVALID => ("登录已失效，请重新登录", "Your login is no longer valid, log in again"),
            Self::USER_EXISTS => ("账号已注册，请直接登录", "This account exists already, log in"),
            Self::NO_PASSWORD_SET => ("未设置密码，请换种方式登录", "The account has no password, log in another way"),
            Self::PASSWORD_TOO_SHORT => ("密码至少 6 位", "A password has at least 6 characters"),
            Self::PASSWORD_REQUIRED => ("请设置密码", "Choose a password"),
            Self::REGISTRATION_DISABLED => ("暂未开放注册", "Registration is closed"),
            Self::REGISTRATION_TOO_FREQUENT => ("操作太频繁，请稍后再试", "Too many attempts, try again later"),
            Self::EMAIL_TAKEN => ("该邮箱已被使用", "This email address is in use"),
            Self::EMAIL_UNCHANGED => {
                ("请换一个与现有邮箱不同的邮箱", "Enter an email address other than the present one")
            }
            Self::VERIFY_LINK_EXPIRED => ("验证链接已过期，请重新发送", "The link has expired, send another"),
            Self::OAUTH_TAKEN => ("该账号已绑定其他用户", "This account is bound to another user"),
            Self::OAUTH_BOUND => ("已绑定此登录方式", "This way to log in is bound already"),
            Self::OAUTH_NOT_BOUND => ("未绑定此登录方式", "This way to log in is not bound"),
            Self::LAST_LOGIN_METHOD => {
                ("这是唯一的登录方式，不能解绑", "This is the only way to log in and stays bound")
            }
            Self::NO_EMAIL_BOUND | Self::NO_EMAIL_FOR_PASSWORD => ("请先绑定邮箱", "Bind an email address first"),
            _ => return None,
        })
    }
}
