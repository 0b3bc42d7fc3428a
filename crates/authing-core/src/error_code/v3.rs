//! The codes of today's REST API, with what they mean and the sentences to show to a user.
//!
//! This is the one table; docs/error-codes.md is compared with it. Its facts are those of the service's documentation.

use std::borrow::Cow;

use super::{ErrorCode, Language};

macro_rules! codes {
    (@sentence) => { None };
    (@sentence $chinese:literal, $english:literal) => { Some(($chinese, $english)) };
    ($(#[doc = $meaning:literal] $name:ident = $number:literal $(, $chinese:literal, $english:literal)?;)*) => {
        /// The codes of today's REST API. A number below 1000 is a `statusCode`, any other an `apiCode`.
        impl ErrorCode {
            /// Every listed code of today's REST API: the `statusCode`s, then the `apiCode`s, in ascending order. The service also
            /// sends codes of [`ALL`](Self::ALL) as `apiCode`.
            pub const V3: &'static [ErrorCode] = &[$(ErrorCode($number)),*];

            $(
                #[doc = $meaning]
                pub const $name: ErrorCode = ErrorCode($number);
            )*

            /// The constant's name for a code of today's REST API, such as `WRONG_TOTP`: for logs and documentation.
            pub const fn v3_name(self) -> Option<&'static str> {
                match self.0 {
                    $($number => Some(stringify!($name)),)*
                    _ => None,
                }
            }

            /// The meaning of a code of today's REST API, in English: for developers.
            pub fn v3_meaning(self) -> Option<&'static str> {
                match self.0 {
                    $($number => Some($meaning.trim_ascii_start()),)*
                    _ => None,
                }
            }

            fn v3_sentences(self) -> Option<(&'static str, &'static str)> {
                match self.0 {
                    $($number => codes!(@sentence $($chinese, $english)?),)*
                    _ => None,
                }
            }
        }
    };
}

codes! {
    /// The arguments are malformed.
    V3_BAD_REQUEST = 400, "请检查填写的内容", "Check what you entered";
    /// No user is logged in.
    V3_UNAUTHORIZED = 401, "请先登录", "Log in first";
    /// The pool's plan does not include the call.
    V3_PLAN_REQUIRED = 402, "暂不支持此操作，请联系客服", "This is not available, contact support";
    /// The caller is not permitted to do this.
    V3_FORBIDDEN = 403, "没有权限进行此操作", "You are not permitted to do this";
    /// The object does not exist.
    V3_NOT_FOUND = 404, "内容不存在或已删除", "This does not exist, or no longer";
    /// The object conflicts with an existing object.
    V3_CONFLICT = 409, "内容已存在，请换一个", "This exists already, choose another";
    /// The body is too large.
    V3_TOO_LARGE = 413, "内容过大，请减少后再试", "This is too large, send less";
    /// The arguments are well-formed, and not allowed.
    V3_UNPROCESSABLE = 422, "请检查填写的内容", "Check what you entered";
    /// Too many requests; try again later.
    V3_THROTTLED = 429, "操作太频繁，请稍后再试", "Too many attempts, try again later";
    /// Any other fault of the client.
    V3_CLIENT_FAULT = 499, "操作未成功，请联系客服", "That did not work, contact support";
    /// A fault of the service.
    V3_SERVER_FAULT = 500, "服务暂不可用，请稍后再试", "The service is not available, try again later";
    /// The service does not support the call.
    V3_NOT_SUPPORTED = 501, "暂不支持此操作", "This is not supported";
    /// A service behind this service failed.
    V3_UPSTREAM_FAILED = 502, "服务暂不可用，请稍后再试", "The service is not available, try again later";
    /// The service is under maintenance.
    V3_MAINTENANCE = 503, "系统维护中，请稍后再试", "The service is under maintenance, try again later";
    /// A third party could not be reached.
    V3_THIRD_PARTY_UNREACHABLE = 601, "第三方服务无法连接，请稍后再试", "The other service cannot be reached, try again later";
    /// A third party returned an error.
    V3_THIRD_PARTY_FAILED = 602, "第三方服务异常，请稍后再试", "The other service failed, try again later";
    /// The pool's own code (a pipeline function) failed.
    V3_PIPELINE_FAILED = 603, "操作未成功，请联系客服", "That did not work, contact support";
    /// The signature of the access key is wrong.
    WRONG_SIGNATURE = 1300;
    /// The signature method is not the service's.
    WRONG_SIGNATURE_METHOD = 1301;
    /// The signature version is not the service's.
    WRONG_SIGNATURE_VERSION = 1302;
    /// The header `date` is malformed.
    MALFORMED_DATE = 1303;
    /// The header `date` is missing.
    DATE_REQUIRED = 1304;
    /// The header `date` is too far from the service's clock.
    DATE_OUT_OF_RANGE = 1305;
    /// The nonce was used before.
    NONCE_REUSED = 1306;
    /// The flow after the login is done, and the session is set.
    LOGIN_FLOW_COMPLETED = 1600;
    /// The user has to enrol or to pass a second factor of their own.
    USER_MFA_REQUIRED = 1635, "请完成多因素认证", "Complete the second step of the login";
    /// The user has to pass the application's second factor.
    APPLICATION_MFA_REQUIRED = 1636, "请完成多因素认证", "Complete the second step of the login";
    /// The user has to reset the password at the first login.
    FIRST_PASSWORD_RESET_REQUIRED = 1639, "首次登录，请先重置密码", "Choose a new password for your first login";
    /// The user has to bind the identity to an existing account.
    ACCOUNT_BINDING_REQUIRED = 1640, "请绑定已有账号", "Bind an existing account";
    /// The user has to bind the identity to an account, or to create an account.
    ACCOUNT_BINDING_OR_CREATION_REQUIRED = 1641, "请绑定已有账号，或注册新账号", "Bind an existing account, or create an account";
    /// The user has to complete the profile.
    PROFILE_COMPLETION_REQUIRED = 1642, "请补全个人资料", "Complete your profile";
    /// The user has to unlock the account.
    SELF_SERVICE_UNLOCK_REQUIRED = 1643, "账号已锁定，请先自助解锁", "The account is locked, unlock it first";
    /// The user has to begin again at the login page.
    LOGIN_RESTART_REQUIRED = 1699, "请重新登录", "Log in again";
    /// The photo of the face is missing.
    FACE_PHOTO_REQUIRED = 1700, "未获取到人脸照片，请重新拍摄", "There is no photo of your face, take one";
    /// The user has enrolled no face to compare with.
    FACE_NOT_ENROLLED = 1701, "尚未录入人脸，请换种方式验证", "Your face is not enrolled, use another way";
    /// The face does not match.
    FACE_MISMATCH = 1702, "人脸不匹配，请重新验证", "The face does not match, try again";
    /// The face was not enrolled: the first of five reasons.
    FACE_REJECTED_1 = 1703, "人脸录入未成功，请重新拍摄", "The photo was not accepted, take another";
    /// The face was not enrolled: the second of five reasons.
    FACE_REJECTED_2 = 1704, "人脸录入未成功，请重新拍摄", "The photo was not accepted, take another";
    /// The face was not enrolled: the third of five reasons.
    FACE_REJECTED_3 = 1705, "人脸录入未成功，请重新拍摄", "The photo was not accepted, take another";
    /// The face was not enrolled: the fourth of five reasons.
    FACE_REJECTED_4 = 1706, "人脸录入未成功，请重新拍摄", "The photo was not accepted, take another";
    /// The face was not enrolled: the fifth of five reasons.
    FACE_REJECTED_5 = 1707, "人脸录入未成功，请重新拍摄", "The photo was not accepted, take another";
    /// Another application has this domain.
    APPLICATION_DOMAIN_TAKEN = 2039, "域名已被使用，请换一个", "This domain is in use, choose another";
    /// Another pool has this domain.
    POOL_DOMAIN_TAKEN = 2040, "域名已被使用，请换一个", "This domain is in use, choose another";
    /// The user has to reset the password, and to give the old password.
    PASSWORD_RESET_REQUIRED = 2058, "请重置密码", "Choose a new password";
    /// There is no such pool.
    POOL_NOT_FOUND = 2224;
    /// The account or the password is wrong.
    WRONG_ACCOUNT_OR_PASSWORD = 2333, "账号或密码错误", "The account or the password is wrong";
    /// A limit of the pool's plan is reached (metering).
    USAGE_LIMIT_REACHED = 4021, "暂时无法使用，请联系客服", "This is not available now, contact support";
    /// The one-time password (TOTP) is wrong.
    WRONG_TOTP = 6001, "验证码错误，请重新输入", "The code is wrong, enter it again";
    /// The recovery code is wrong.
    WRONG_RECOVERY_CODE = 6002, "恢复代码错误，请重新输入", "The recovery code is wrong, enter it again";
    /// The one-time password (TOTP) is missing.
    TOTP_REQUIRED = 6003, "请输入验证码", "Enter the code of your authenticator";
    /// The recovery code is missing.
    RECOVERY_CODE_REQUIRED = 6004, "请输入恢复代码", "Enter a recovery code";
    /// The user is suspended, or not a member of this tenant.
    USER_SUSPENDED = 2_120_008, "账号已停用，请联系客服", "The account is suspended, contact support";
    /// The user is not permitted to enter this tenant.
    TENANT_FORBIDDEN = 2_130_010, "账号不能登录该租户，请联系客服", "This account cannot log in here, contact support";
    /// The connection to the LDAP server is not configured correctly.
    BAD_LDAP_CONNECTION = 2_820_002, "暂时无法登录，请联系客服", "Logging in is not possible now, contact support";
}

impl ErrorCode {
    /// A sentence to show to a user for an error of today's REST API: what happened and what to do, without a full stop. A code that
    /// today's API does not list is a code of 2020: see [`message`](Self::message). For the code of an error, there is
    /// [`Error::code`](crate::Error::code).
    ///
    /// ```
    /// use authing_core::{ErrorCode, Language};
    ///
    /// assert_eq!(ErrorCode::WRONG_TOTP.v3_message(Language::English), "The code is wrong, enter it again");
    /// assert_eq!(ErrorCode::USER_SUSPENDED.v3_message(Language::Chinese), "账号已停用，请联系客服");
    /// assert_eq!(ErrorCode::USER_NOT_FOUND.v3_message(Language::Chinese), "账号或密码错误");
    /// ```
    pub fn v3_message(self, language: Language) -> Cow<'static, str> {
        match (language, self.v3_sentences()) {
            (Language::Chinese, Some((chinese, _))) => Cow::Borrowed(chinese),
            (Language::English, Some((_, english))) => Cow::Borrowed(english),
            (_, None) => self.message(language),
        }
    }

    /// Whether a `statusCode` says that the same request may succeed a little later.
    pub(crate) fn is_transient_v3(self) -> bool {
        matches!(self, Self::V3_THROTTLED | Self::V3_UPSTREAM_FAILED | Self::V3_MAINTENANCE)
    }
}
