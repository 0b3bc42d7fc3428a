//! The error codes of OAuth 2.0 and OpenID Connect, and the sentences to show to a user for them.
//!
//! This is the one table; docs/error-codes.md is compared with it.

use crate::Language;
use crate::application::AuthenticationError;

/// A sentence to show to a user, in both languages: what happened and what to do, without a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sentence {
    chinese: &'static str,
    english: &'static str,
}

impl Sentence {
    const fn new(chinese: &'static str, english: &'static str) -> Self {
        Self { chinese, english }
    }

    const fn of(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.chinese,
            Language::English => self.english,
        }
    }
}

const BEGIN_AGAIN: Sentence = Sentence::new("登录未成功，请重新登录", "The login did not succeed, log in again");
const BAD_LINK: Sentence = Sentence::new("登录链接无效，请重新登录", "The login link is not valid, log in again");
const CONTACT_SUPPORT: Sentence = Sentence::new("登录失败，请联系客服", "The login failed, contact support");
const DECLINED: Sentence = Sentence::new("登录已取消，请重新登录", "The login was cancelled, log in again");
const EXPIRED: Sentence = Sentence::new("登录已过期，请重新登录", "Your login has expired, log in again");
const FORBIDDEN: Sentence = Sentence::new("没有权限进行此操作", "You are not permitted to do this");
const INVALID: Sentence = Sentence::new("登录已失效，请重新登录", "Your login is no longer valid, log in again");
const LOG_IN_FIRST: Sentence = Sentence::new("请先登录", "Log in first");
const PROVIDER_FAILED: Sentence =
    Sentence::new("登录服务异常，请稍后再试", "The login service failed, try again later");
const TOO_LONG: Sentence = Sentence::new("登录超时，请重新登录", "The login took too long, log in again");
const TOO_OLD: Sentence = Sentence::new("请重新登录以确认身份", "Log in again to confirm who you are");
const UNAVAILABLE: Sentence = Sentence::new("系统繁忙，请稍后再试", "The service is busy, try again later");

/// An error code of OAuth 2.0 or OpenID Connect: `error` in a callback or in a response.
///
/// ```
/// use authing_core::Language;
/// use authing_core::application::OauthErrorCode;
///
/// let code = OauthErrorCode::find("access_denied").unwrap();
/// assert_eq!(code.message(Language::English), "The login was cancelled, log in again");
/// assert_eq!(OauthErrorCode::find("no_such_error"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OauthErrorCode {
    /// The code, such as `access_denied`.
    pub name: &'static str,
    /// The meaning of the code, in English: for developers.
    pub meaning: &'static str,
    sentence: Sentence,
}

impl OauthErrorCode {
    /// The codes of RFC 6749 (sections 4.1.2.1 and 5.2), RFC 6750 (section 3.1) and OpenID Connect Core 1.0 (section 3.1.2.6).
    pub const ALL: &'static [Self] = &[
        Self::new("invalid_request", "A parameter is missing, repeated or malformed.", CONTACT_SUPPORT),
        Self::new(
            "invalid_client",
            "The application did not authenticate itself: check its id and secret.",
            CONTACT_SUPPORT,
        ),
        Self::new(
            "invalid_grant",
            "The code or the refresh token was used, has expired or was revoked, or the password is wrong.",
            BEGIN_AGAIN,
        ),
        Self::new("unauthorized_client", "The application is not permitted to use this grant.", CONTACT_SUPPORT),
        Self::new("unsupported_grant_type", "The service does not support this grant.", CONTACT_SUPPORT),
        Self::new("unsupported_response_type", "The service does not support this response type.", CONTACT_SUPPORT),
        Self::new("invalid_scope", "A scope is unknown, malformed or not permitted.", CONTACT_SUPPORT),
        Self::new("access_denied", "The user or the service declined the login.", DECLINED),
        Self::new("server_error", "The service failed.", PROVIDER_FAILED),
        Self::new("temporarily_unavailable", "The service is overloaded or under maintenance.", UNAVAILABLE),
        Self::new("invalid_token", "The access token has expired, was revoked or is malformed.", INVALID),
        Self::new("insufficient_scope", "The access token does not have the scope that the call needs.", FORBIDDEN),
        Self::new(
            "login_required",
            "No user is logged in at the provider, and `prompt=none` forbids to ask.",
            LOG_IN_FIRST,
        ),
        Self::new(
            "interaction_required",
            "The provider has to ask the user, and `prompt=none` forbids it.",
            BEGIN_AGAIN,
        ),
        Self::new(
            "account_selection_required",
            "The user has to select an account, and `prompt=none` forbids it.",
            BEGIN_AGAIN,
        ),
        Self::new("consent_required", "The user has to consent, and `prompt=none` forbids to ask.", BEGIN_AGAIN),
    ];

    const fn new(name: &'static str, meaning: &'static str, sentence: Sentence) -> Self {
        Self { name, meaning, sentence }
    }

    /// Returns the code of a name, if it is listed.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name == name)
    }

    /// A sentence to show to a user: what happened and what to do, without a full stop.
    pub const fn message(self, language: Language) -> &'static str {
        self.sentence.of(language)
    }
}

impl AuthenticationError {
    /// A sentence to show to a user: what happened and what to do, without a full stop.
    ///
    /// ```
    /// use authing_core::{AuthenticationError, Language};
    ///
    /// let error = AuthenticationError::LoginExpired;
    /// assert_eq!(error.message(Language::English), "The login took too long, log in again");
    /// assert_eq!(error.message(Language::Chinese), "登录超时，请重新登录");
    /// ```
    pub fn message(&self, language: Language) -> &'static str {
        let sentence = match self {
            Self::RepeatedParameter { .. }
            | Self::WrongState
            | Self::WrongIssuer
            | Self::MissingIssuer
            | Self::MissingCode => BAD_LINK,
            Self::LoginExpired => TOO_LONG,
            Self::Denied { error, .. } => OauthErrorCode::find(error).map_or(BEGIN_AGAIN, |code| code.sentence),
            Self::AuthenticationTooOld => TOO_OLD,
            Self::InvalidAccessToken(_) => INVALID,
            Self::MissingRefreshToken | Self::RefreshTokenRejected => EXPIRED,
            Self::WrongMetadataIssuer
            | Self::ForeignEndpoint { .. }
            | Self::MissingIdToken
            | Self::InvalidIdToken(_)
            | Self::WrongSubject
            | Self::WrongTokenType => PROVIDER_FAILED,
        };
        sentence.of(language)
    }
}
