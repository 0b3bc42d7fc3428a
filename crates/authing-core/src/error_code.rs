//! The service's error codes. The SDK, the emulator and the documentation read this one table.

mod message;
mod v3;

use std::fmt;

pub use self::message::Language;

/// The code of a [`ServiceError`](crate::ServiceError). A code that is not listed here is kept as it came.
///
/// ```
/// use authing_core::ErrorCode;
///
/// assert_eq!(ErrorCode::USER_NOT_FOUND, ErrorCode(2004));
/// assert_eq!(ErrorCode::USER_NOT_FOUND.meaning(), Some("There is no such user."));
/// assert_eq!(ErrorCode(9999).meaning(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorCode(pub i64);

impl ErrorCode {
    /// The largest number that is taken for a code. The service's have four digits; what is longer may be a phone number and
    /// must not be shown.
    pub const MAX: i64 = 9_999_999;

    /// A number from a response, if it can be a code.
    pub(crate) fn new(number: i64) -> Option<Self> {
        (-Self::MAX..=Self::MAX).contains(&number).then_some(Self(number))
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! codes {
    ($(#[doc = $meaning:literal] $name:ident = $number:literal, $message:literal;)*) => {
        impl ErrorCode {
            /// Every listed code, in ascending order.
            pub const ALL: &'static [ErrorCode] = &[$(ErrorCode($number)),*];

            $(
                #[doc = $meaning]
                #[doc = concat!("\n\nThe service says: ", $message)]
                pub const $name: ErrorCode = ErrorCode($number);
            )*

            /// The constant's name, such as `USER_NOT_FOUND`: for logs and documentation.
            pub const fn name(self) -> Option<&'static str> {
                match self.0 {
                    $($number => Some(stringify!($name)),)*
                    _ => None,
                }
            }

            /// What the code means, in English: for developers. For the person, there is [`message`](Self::message).
            pub fn meaning(self) -> Option<&'static str> {
                match self.0 {
                    $($number => Some($meaning.trim_ascii_start()),)*
                    _ => None,
                }
            }

            /// What the service itself says with this code, in Chinese: for developers.
            pub const fn service_message(self) -> Option<&'static str> {
                match self.0 {
                    $($number => Some($message),)*
                    _ => None,
                }
            }
        }
    };
}

codes! {
    /// The service is busy; try again later.
    SYSTEM_BUSY = 1000, "系统繁忙，请稍后再试";
    /// The caller may not do this.
    FORBIDDEN = 1001, "无权限执行此项操作";
    /// Too many failures: the next login needs a captcha (`verify_code`).
    CAPTCHA_REQUIRED = 2000, "账号异常，需要输入验证码";
    /// The verification code is wrong.
    WRONG_VERIFY_CODE = 2001, "验证码验证失败(验证码错误)";
    /// The pool's logins for this month are used up.
    LOGIN_QUOTA_EXHAUSTED = 2002, "月登录限额已用完";
    /// The email address of the login or registration is malformed.
    MALFORMED_EMAIL = 2003, "注册或登录时邮箱格式不正确";
    /// There is no such user.
    USER_NOT_FOUND = 2004, "用户不存在";
    /// The user is blocked.
    USER_BLOCKED = 2005, "用户已被锁定";
    /// The password is wrong.
    WRONG_PASSWORD = 2006, "密码不正确";
    /// The application's name is not allowed.
    ILLEGAL_APP_NAME = 2007, "应用名非法";
    /// The owner has an application of this name.
    APP_NAME_TAKEN = 2008, "已拥有同名应用";
    /// The application's type is not allowed.
    ILLEGAL_APP_TYPE = 2009, "非法的应用类型";
    /// The application's id is missing.
    APP_ID_REQUIRED = 2010, "需提供操作的应用的ID";
    /// There is no such application.
    APP_NOT_FOUND = 2011, "应用不存在";
    /// The pool has no default group.
    NO_DEFAULT_GROUP = 2012, "缺少默认用户组";
    /// The application's description is not allowed.
    ILLEGAL_APP_DESCRIPTION = 2013, "非法的应用描述";
    /// The text to search for is malformed.
    MALFORMED_SEARCH = 2014, "搜索用户时输入格式错误";
    /// Users cannot be searched by this.
    ILLEGAL_SEARCH_TYPE = 2015, "搜索用户时搜索类型非法";
    /// The password does not decrypt: it was encrypted for another public key.
    PASSWORD_UNDECRYPTABLE = 2016, "解密客户端密码出错";
    /// A command in the mail template cannot be read.
    MAIL_TEMPLATE_COMMAND = 2017, "解析邮件模本的meta_data(宏)命令错误";
    /// The user may not change this.
    FIELD_NOT_PERMITTED = 2018, "用户无权限修改此项内容";
    /// The reset code must be verified before the password is changed.
    VERIFY_BEFORE_PASSWORD_CHANGE = 2019, "修改密码时需要先进行验证";
    /// No user is logged in.
    NOT_LOGGED_IN = 2020, "尚未登录，无权限访问此请求";
    /// The mail was not sent: its template is missing.
    MAIL_TEMPLATE_MISSING = 2021, "邮件发送失败，原因：无法获取邮件模版";
    /// The email address was not verified: the mail's template is missing.
    VERIFY_MAIL_TEMPLATE_MISSING = 2022, "用户邮箱验证失败，原因：无法获取邮件模板";
    /// The verification link has expired; send another.
    VERIFY_LINK_EXPIRED = 2023, "用户邮箱验证失败，原因：验证链接已过期，需重新发送";
    /// The description is longer than 140 characters.
    DESCRIPTION_TOO_LONG = 2024, "项目描述不能超过140个字";
    /// The default mail provider failed.
    MAIL_PROVIDER_FAILED = 2025, "使用默认邮件服务商出错";
    /// The user is registered already.
    USER_EXISTS = 2026, "用户已存在，请不要重复注册";
    /// The user came by OAuth and has no password; log in by OAuth.
    NO_PASSWORD_SET = 2027, "OAuth注册，但尝试用密码登录，因未设置密码，无法验证，请通过OAuth登录";
    /// A correct phone number or email is needed.
    PHONE_OR_EMAIL_REQUIRED = 2028, "请提供正确的手机号或邮箱";
    /// The password is shorter than six characters.
    PASSWORD_TOO_SHORT = 2029, "密码长度不能少于 6 位";
    /// More than 80 users were asked for at once.
    TOO_MANY_IDS = 2030, "一次性查询的用户不能超过 80 人";
    /// The pool takes no registrations.
    REGISTRATION_DISABLED = 2031, "应用已禁止注册用户";
    /// A registration needs a password.
    PASSWORD_REQUIRED = 2032, "注册时需要密码";
    /// Registrations come too fast; try again later.
    REGISTRATION_TOO_FREQUENT = 2100, "注册过于频繁，请稍候再试";
    /// The pool's id is missing.
    POOL_ID_REQUIRED = 2101, "请提供应用ID";
    /// Another user has this email.
    EMAIL_TAKEN = 2200, "该邮箱已存在，请换一个吧";
    /// The old password is missing.
    OLD_PASSWORD_REQUIRED = 2201, "请输入原始密码";
    /// The caller may not change another user's data.
    NOT_OWN_DATA = 2202, "修改的信息不属于当前用户";
    /// The old password is wrong.
    WRONG_OLD_PASSWORD = 2203, "原始密码错误";
    /// The email address is malformed.
    MALFORMED_NEW_EMAIL = 2204, "邮箱格式不正确";
    /// The argument `registerInClient` is missing.
    POOL_ARGUMENT_REQUIRED = 2205, "缺少参数：registerInClient";
    /// The token has expired; log in again.
    TOKEN_EXPIRED = 2206, "登录信息已过期, 需重新登录";
    /// The token is not valid; log in again.
    TOKEN_INVALID = 2207, "登录信息有误, 需重新登录";
    /// The email is the one that the user has.
    EMAIL_UNCHANGED = 2208, "请换一个与现有邮箱不同的邮箱吧";
    /// The caller may not remove this user.
    DELETE_FORBIDDEN = 2209, "无权限删除该用户";
    /// The removal failed, perhaps because there is no such user.
    DELETE_FAILED = 2210, "执行了错误的删除操作，可能原因是意图删除不存在的用户，或删除过程中出现了其它错误";
    /// The argument `username` is missing.
    USERNAME_REQUIRED = 2211, "缺少参数：username（用户 username）";
    /// The root user cannot be removed.
    ROOT_UNDELETABLE = 2212, "不能删除 root 用户";
    /// The user has bound this kind of third-party login.
    OAUTH_BOUND = 2213, "当尝试绑定第三方OAuth登录方式时，发现已绑定过此种方式";
    /// The bound third-party logins cannot be read.
    OAUTH_UNREADABLE = 2214, "读取已绑定的OAuth登录方式失败";
    /// The third-party account is bound to another user.
    OAUTH_TAKEN = 2215, "当尝试绑定第三方OAuth登录方式时，将要绑定的账号已被绑定过了";
    /// The user has not bound this kind of third-party login.
    OAUTH_NOT_BOUND = 2216, "当尝试解绑第三方OAuth登录方式时，没有绑定过此种OAuth登录";
    /// It is the user's only way to log in and cannot be unbound.
    LAST_LOGIN_METHOD = 2217, "当尝试解绑第三方OAuth登录方式或邮箱时，只有一种登录方式，故不能解绑";
    /// The password cannot be changed: the user has no email.
    NO_EMAIL_FOR_PASSWORD = 2218, "当尝试修改密码时，没有绑定邮箱，不允许修改";
    /// The user has no email to unbind.
    NO_EMAIL_BOUND = 2219, "当尝试解绑邮箱时，此用户没有绑定邮箱";
    /// The verification code has expired.
    CODE_EXPIRED = 2300, "验证码过期";
    /// A macro failed.
    MACRO_FAILED = 3012, "宏命令执行错误";
    /// The mail was not sent: unknown error.
    MAIL_FAILED = 3013, "发送邮件错误，未知错误";
    /// The mail was not sent: there is no transporter.
    MAIL_TRANSPORT_MISSING = 3014, "邮件发送失败，原因：无法获取transporter";
    /// There is no such group.
    GROUP_NOT_FOUND = 3901, "RBAC 分组不存在";
}

impl ErrorCode {
    /// Success, in the REST envelope. HTTP 200 does not say so.
    pub const OK: ErrorCode = ErrorCode(200);
    /// A plain failure, in the REST envelope: the `message` says which.
    pub const FAILED: ErrorCode = ErrorCode(500);
}
