//! The error responses of the service: every code and message in one place.
//!
//! The codes are the SDK's. Where the service's documentation names none for a case, the nearest one is used, and the
//! constant's comment says so.

use std::borrow::Cow;
use std::fmt;

use authing_core::ErrorCode;
use authing_core::qr::WxappScene;
use serde_json::{Value, json};

/// An error response: a code, its message, and sometimes data.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ErrorResponse {
    pub(crate) code: i64,
    pub(crate) message: Cow<'static, str>,
    pub(crate) data: Value,
}

impl ErrorResponse {
    /// With the message of the list of codes.
    const fn documented(code: ErrorCode) -> Self {
        match code.service_message() {
            Some(message) => Self::new(code, message),
            None => Self::new(code, ""),
        }
    }

    /// With a recorded message, where it is not that of the list.
    const fn new(code: ErrorCode, message: &'static str) -> Self {
        Self { code: code.0, message: Cow::Borrowed(message), data: Value::Null }
    }

    /// The same code with another message.
    pub(crate) fn with_message(self, message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), ..self }
    }

    /// The object that both envelopes carry: GraphQL as `message`, REST as the whole body.
    pub(crate) fn to_json(&self) -> Value {
        json!({ "code": self.code, "message": self.message, "data": self.data })
    }
}

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for ErrorResponse {}

/// The code of every success.
pub(crate) const OK: i64 = ErrorCode::OK.0;

pub(crate) const CAPTCHA_NEEDED: ErrorResponse = ErrorResponse::documented(ErrorCode::CAPTCHA_REQUIRED);
pub(crate) const NOT_ALLOWED: ErrorResponse = ErrorResponse::documented(ErrorCode::FORBIDDEN);
pub(crate) const WRONG_CODE: ErrorResponse = ErrorResponse::documented(ErrorCode::WRONG_VERIFY_CODE);
pub(crate) const BAD_EMAIL: ErrorResponse = ErrorResponse::documented(ErrorCode::MALFORMED_EMAIL);
pub(crate) const NO_SUCH_USER: ErrorResponse = ErrorResponse::documented(ErrorCode::USER_NOT_FOUND);
pub(crate) const USER_BLOCKED: ErrorResponse = ErrorResponse::documented(ErrorCode::USER_BLOCKED);
pub(crate) const WRONG_PASSWORD: ErrorResponse = ErrorResponse::documented(ErrorCode::WRONG_PASSWORD);
pub(crate) const NO_SUCH_APP: ErrorResponse = ErrorResponse::documented(ErrorCode::APP_NOT_FOUND);
pub(crate) const BAD_SEARCH: ErrorResponse = ErrorResponse::documented(ErrorCode::MALFORMED_SEARCH);
pub(crate) const BAD_SEARCH_TYPE: ErrorResponse = ErrorResponse::documented(ErrorCode::ILLEGAL_SEARCH_TYPE);
pub(crate) const UNDECRYPTABLE_PASSWORD: ErrorResponse =
    ErrorResponse::new(ErrorCode::PASSWORD_UNDECRYPTABLE, "密码解密出错");
pub(crate) const FIELD_NOT_YOURS: ErrorResponse = ErrorResponse::documented(ErrorCode::FIELD_NOT_PERMITTED);
pub(crate) const NOT_LOGGED_IN: ErrorResponse = ErrorResponse::documented(ErrorCode::NOT_LOGGED_IN);
pub(crate) const USER_EXISTS: ErrorResponse = ErrorResponse::documented(ErrorCode::USER_EXISTS);
pub(crate) const NO_PASSWORD_SET: ErrorResponse = ErrorResponse::documented(ErrorCode::NO_PASSWORD_SET);
pub(crate) const NO_IDENTITY: ErrorResponse = ErrorResponse::documented(ErrorCode::PHONE_OR_EMAIL_REQUIRED);
pub(crate) const PASSWORD_TOO_SHORT: ErrorResponse = ErrorResponse::documented(ErrorCode::PASSWORD_TOO_SHORT);
pub(crate) const PASSWORD_MISSING: ErrorResponse = ErrorResponse::documented(ErrorCode::PASSWORD_REQUIRED);
pub(crate) const TOO_MANY_IDS: ErrorResponse = ErrorResponse::documented(ErrorCode::TOO_MANY_IDS);
pub(crate) const EMAIL_TAKEN: ErrorResponse = ErrorResponse::documented(ErrorCode::EMAIL_TAKEN);
pub(crate) const EMAIL_UNCHANGED: ErrorResponse = ErrorResponse::documented(ErrorCode::EMAIL_UNCHANGED);
pub(crate) const BAD_NEW_EMAIL: ErrorResponse = ErrorResponse::documented(ErrorCode::MALFORMED_NEW_EMAIL);
pub(crate) const NOTHING_TO_REMOVE: ErrorResponse = ErrorResponse::documented(ErrorCode::DELETE_FAILED);
pub(crate) const NO_SUCH_ROLE: ErrorResponse = ErrorResponse::documented(ErrorCode::GROUP_NOT_FOUND);
pub(crate) const NO_SUCH_GROUP: ErrorResponse = ErrorResponse::documented(ErrorCode::GROUP_NOT_FOUND);
pub(crate) const OLD_PASSWORD_MISSING: ErrorResponse = ErrorResponse::documented(ErrorCode::OLD_PASSWORD_REQUIRED);
pub(crate) const NOT_YOURS: ErrorResponse = ErrorResponse::documented(ErrorCode::NOT_OWN_DATA);
pub(crate) const OLD_PASSWORD_WRONG: ErrorResponse = ErrorResponse::documented(ErrorCode::WRONG_OLD_PASSWORD);
pub(crate) const TOKEN_EXPIRED: ErrorResponse = ErrorResponse::documented(ErrorCode::TOKEN_EXPIRED);
pub(crate) const TOKEN_INVALID: ErrorResponse = ErrorResponse::documented(ErrorCode::TOKEN_INVALID);
pub(crate) const OAUTH_ALREADY_BOUND: ErrorResponse = ErrorResponse::documented(ErrorCode::OAUTH_BOUND);
pub(crate) const OAUTH_BOUND_TO_ANOTHER: ErrorResponse = ErrorResponse::documented(ErrorCode::OAUTH_TAKEN);
pub(crate) const OAUTH_NOT_BOUND: ErrorResponse = ErrorResponse::documented(ErrorCode::OAUTH_NOT_BOUND);
pub(crate) const LAST_WAY_IN: ErrorResponse =
    ErrorResponse::new(ErrorCode::LAST_LOGIN_METHOD, "没有配置其他登录方式，不能解绑邮箱");
pub(crate) const NO_EMAIL_BOUND: ErrorResponse = ErrorResponse::documented(ErrorCode::NO_EMAIL_BOUND);
pub(crate) const CODE_EXPIRED: ErrorResponse = ErrorResponse::documented(ErrorCode::CODE_EXPIRED);
pub(crate) const SMS_TOO_SOON: ErrorResponse = ErrorResponse::new(ErrorCode::FAILED, "已发送验证码，还未失效");

/// Recorded without its code; 2018 is the service's code for a field one may not change.
pub(crate) const EMAIL_NOT_HERE: ErrorResponse =
    ErrorResponse::new(ErrorCode::FIELD_NOT_PERMITTED, "updateUser 接口不能直接修改邮箱，请使用 updateEmail 接口。");

/// Worded as the error for the email address.
pub(crate) const PHONE_NOT_HERE: ErrorResponse =
    ErrorResponse::new(ErrorCode::FIELD_NOT_PERMITTED, "updateUser 接口不能直接修改手机号，请使用 updatePhone 接口。");

/// A user with a second factor logs in without it. The service's documentation names no code.
pub(crate) const MFA_NEEDED: ErrorResponse = ErrorResponse::new(ErrorCode::WRONG_VERIFY_CODE, "请输入 MFA 验证码");
pub(crate) const MFA_WRONG: ErrorResponse = ErrorResponse::new(ErrorCode::WRONG_VERIFY_CODE, "MFA 验证码错误");

/// The published client's own tests name these codes; the messages are in the manner of the group's.
pub(crate) const NO_SUCH_RBAC_ROLE: ErrorResponse = ErrorResponse::new(ErrorCode(3903), "RBAC 角色不存在");
pub(crate) const NO_SUCH_PERMISSION: ErrorResponse = ErrorResponse::new(ErrorCode(3905), "RBAC 权限不存在");

/// An organization that does not exist has the group's code: the published client's own tests expect it.
pub(crate) const NO_SUCH_ORG: ErrorResponse = ErrorResponse::new(ErrorCode::GROUP_NOT_FOUND, "组织机构不存在");

/// Rejected changes of an organization. The service's documentation names no codes.
pub(crate) const NO_SUCH_NODE: ErrorResponse = ErrorResponse::new(ErrorCode::GROUP_NOT_FOUND, "组织机构中没有该节点");
pub(crate) const NODE_EXISTS: ErrorResponse = ErrorResponse::new(ErrorCode::FAILED, "该分组已是组织机构的节点");
pub(crate) const ROOT_STAYS: ErrorResponse =
    ErrorResponse::new(ErrorCode::FAILED, "不能删除根节点，请使用 deleteOrg 删除组织机构");

/// QR codes that do not exist or have expired, and tickets that were used. The service names no codes.
pub(crate) const NO_SUCH_QR: ErrorResponse = ErrorResponse::new(ErrorCode::FAILED, "二维码不存在");
pub(crate) const BAD_TICKET: ErrorResponse = ErrorResponse::new(ErrorCode::FAILED, "ticket 无效或已过期");
pub(crate) const BAD_RANDOM: ErrorResponse =
    ErrorResponse::new(ErrorCode::FAILED, "random 必须是 12 到 24 位字母或数字");
pub(crate) const NOT_SCANNED: ErrorResponse = ErrorResponse::new(ErrorCode::FAILED, WxappScene::PENDING_MESSAGE);

/// A phone number of another user. The nearest code is that of an account bound to another user.
pub(crate) const PHONE_TAKEN: ErrorResponse = ErrorResponse::new(ErrorCode::OAUTH_TAKEN, "该手机号已被其他用户绑定");

// WeChat's own codes, where it has one: `jscode2session` returns 40029 and 40163. Its decryption samples fail with
// -41003; a service's code is not negative, so the sign is dropped.
pub(crate) const WECHAT_CODE_INVALID: ErrorResponse =
    ErrorResponse::new(ErrorCode(40029), "code 无效或已过期，请重新调用 wx.login");
pub(crate) const WECHAT_CODE_USED: ErrorResponse =
    ErrorResponse::new(ErrorCode(40163), "code 已被使用，请重新调用 wx.login");
pub(crate) const WECHAT_UNDECRYPTABLE: ErrorResponse = ErrorResponse::new(
    ErrorCode(41003),
    "encryptedData 解密失败：session_key 与此 code 不匹配，请在获取数据之前调用 wx.login",
);

/// A request that a typed handler cannot read; the status of a malformed request, as the service has no code for it.
pub(crate) const BAD_REQUEST: ErrorResponse = ErrorResponse::new(ErrorCode(400), "请求参数不正确");
