//! What the pages say, in Chinese and in English.

use axum::http::{HeaderMap, header};

use super::request;
use crate::errors::{
    BAD_EMAIL, CAPTCHA_NEEDED, CODE_EXPIRED, ErrorResponse, MFA_NEEDED, MFA_WRONG, NO_IDENTITY, NO_PASSWORD_SET,
    NO_SUCH_USER, PASSWORD_MISSING, PASSWORD_TOO_SHORT, SMS_TOO_SOON, USER_BLOCKED, USER_EXISTS, WRONG_CODE,
    WRONG_PASSWORD,
};

/// One language's texts.
pub(super) struct Texts {
    pub(super) lang: &'static str,
    pub(super) log_in: &'static str,
    pub(super) log_in_to: &'static str,
    pub(super) account: &'static str,
    pub(super) password: &'static str,
    pub(super) otp: &'static str,
    pub(super) captcha: &'static str,
    pub(super) phone: &'static str,
    pub(super) sms_code: &'static str,
    pub(super) send_code: &'static str,
    pub(super) code_sent: &'static str,
    pub(super) register: &'static str,
    pub(super) new_account: &'static str,
    pub(super) new_password: &'static str,
    pub(super) by_password: &'static str,
    pub(super) by_sms: &'static str,
    pub(super) by_qr: &'static str,
    pub(super) scan: &'static str,
    pub(super) consent: &'static str,
    pub(super) logged_in_as: &'static str,
    pub(super) wants: &'static str,
    pub(super) allow: &'static str,
    pub(super) deny: &'static str,
    pub(super) another_account: &'static str,
    pub(super) log_out: &'static str,
    pub(super) log_out_question: &'static str,
    pub(super) logged_out: &'static str,
    pub(super) cannot_go_on: &'static str,
    pub(super) expired: &'static str,
    pub(super) other_language: &'static str,
    /// By scope.
    scopes: &'static [(&'static str, &'static str)],
    /// In the order of [`REASONS`].
    reasons: [&'static str; 10],
    failed: &'static str,
}

const ZH: Texts = Texts {
    lang: "zh-CN",
    log_in: "登录",
    log_in_to: "登录",
    account: "邮箱 / 用户名 / 手机号",
    password: "密码",
    otp: "动态验证码（MFA）",
    captcha: "图形验证码",
    phone: "手机号",
    sms_code: "短信验证码",
    send_code: "发送验证码",
    code_sent: "验证码已发送（见模拟器的收件箱）",
    register: "注册",
    new_account: "邮箱 / 用户名",
    new_password: "密码（至少 6 个字符）",
    by_password: "密码登录",
    by_sms: "短信验证码登录",
    by_qr: "扫码登录",
    scan: "请扫描二维码并在手机上确认；本页会自动刷新",
    consent: "授权",
    logged_in_as: "当前账号",
    wants: "申请以下权限",
    allow: "同意",
    deny: "拒绝",
    another_account: "切换账号",
    log_out: "退出登录",
    log_out_question: "确定要退出登录吗？",
    logged_out: "已退出登录",
    cannot_go_on: "无法继续",
    expired: "登录页面已过期，或不是在此浏览器中打开的。请返回应用重新登录。",
    other_language: "English",
    scopes: &[
        ("profile", "个人资料"),
        ("email", "邮箱"),
        ("phone", "手机号"),
        ("address", "地址"),
        ("username", "用户名"),
        ("roles", "角色"),
        ("external_id", "外部 ID"),
        ("extended_fields", "自定义字段"),
        ("tenant_id", "租户"),
        ("offline_access", "离线访问（保持登录）"),
    ],
    reasons: [
        "账号或密码错误",
        "账号已被锁定",
        "请输入图形验证码",
        "请输入动态验证码",
        "验证码错误",
        "验证码已过期",
        "验证码已发送，请一分钟后再试",
        "账号已存在",
        "密码至少 6 个字符",
        "请填写正确的账号和密码",
    ],
    failed: "登录失败",
};

const EN: Texts = Texts {
    lang: "en-US",
    log_in: "Log in",
    log_in_to: "Log in to",
    account: "Email, username or phone number",
    password: "Password",
    otp: "One-time password (MFA)",
    captcha: "The digits in the picture",
    phone: "Phone number",
    sms_code: "SMS code",
    send_code: "Send a code",
    code_sent: "The code was sent: see the emulator's inbox",
    register: "Register",
    new_account: "Email or username",
    new_password: "Password (at least 6 characters)",
    by_password: "Log in with a password",
    by_sms: "Log in with an SMS code",
    by_qr: "Log in with a QR code",
    scan: "Scan the code and confirm on your phone. This page refreshes itself.",
    consent: "Allow access",
    logged_in_as: "Logged in as",
    wants: "asks for",
    allow: "Allow",
    deny: "Deny",
    another_account: "Use another account",
    log_out: "Log out",
    log_out_question: "Do you want to log out?",
    logged_out: "You are logged out",
    cannot_go_on: "This does not work",
    expired: "This login page has expired, or was not opened in this browser. Go back to the application and log in again.",
    other_language: "中文",
    scopes: &[
        ("profile", "Profile"),
        ("email", "Email address"),
        ("phone", "Phone number"),
        ("address", "Address"),
        ("username", "Username"),
        ("roles", "Roles"),
        ("external_id", "External id"),
        ("extended_fields", "Custom fields"),
        ("tenant_id", "Tenant"),
        ("offline_access", "Access while you are away"),
    ],
    reasons: [
        "The account or the password is wrong",
        "The account is blocked",
        "Type the digits in the picture",
        "Type the one-time password",
        "The code is wrong",
        "The code has expired",
        "A code was sent already: try again in a minute",
        "There is such an account already",
        "The password needs at least 6 characters",
        "Fill in an account and a password",
    ],
    failed: "The login failed",
};

/// Which errors share a text. An account that does not exist reads like a wrong password.
const REASONS: [&[ErrorResponse]; 10] = [
    &[NO_SUCH_USER, WRONG_PASSWORD, NO_PASSWORD_SET],
    &[USER_BLOCKED],
    &[CAPTCHA_NEEDED],
    &[MFA_NEEDED],
    &[WRONG_CODE, MFA_WRONG],
    &[CODE_EXPIRED],
    &[SMS_TOO_SOON],
    &[USER_EXISTS],
    &[PASSWORD_TOO_SHORT],
    &[BAD_EMAIL, NO_IDENTITY, PASSWORD_MISSING],
];

impl Texts {
    pub(super) fn is_chinese(&self) -> bool {
        self.lang == ZH.lang
    }

    pub(super) fn scope(&self, name: &str) -> Option<&'static str> {
        self.scopes.iter().find(|(scope, _)| *scope == name).map(|(_, text)| *text)
    }

    pub(super) fn reason(&self, why: &ErrorResponse) -> &'static str {
        let position = REASONS.iter().position(|reasons| reasons.iter().any(|reason| is_same(reason, why)));
        position.map_or(self.failed, |position| self.reasons[position])
    }
}

/// The data of a refusal may differ.
pub(super) fn is_same(left: &ErrorResponse, right: &ErrorResponse) -> bool {
    (left.code, &left.message) == (right.code, &right.message)
}

/// By the languages that were asked for, the first that is one of the two; else by the browser's; else English.
pub(super) fn of_request(headers: &HeaderMap, ui_locales: Option<&str>) -> &'static Texts {
    let accepted = request::text(headers, header::ACCEPT_LANGUAGE).unwrap_or_default();
    let mut wanted = ui_locales.unwrap_or_default().split(' ').chain(accepted.split(','));
    wanted.find_map(|tag| language(tag.trim())).unwrap_or(&EN)
}

fn language(tag: &str) -> Option<&'static Texts> {
    let starts_with = |code: &str| tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(code));
    match () {
        () if starts_with("zh") => Some(&ZH),
        () if starts_with("en") => Some(&EN),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn lang(accepted: &'static str, ui_locales: Option<&str>) -> &'static str {
        let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepted))]);
        of_request(&headers, ui_locales).lang
    }

    #[test]
    fn language_is_the_requests_then_the_browsers_then_english() {
        assert_eq!(lang("zh-CN,zh;q=0.9,en;q=0.8", None), "zh-CN");
        assert_eq!(lang("zh-CN", Some("fr en-US")), "en-US");
        assert_eq!(lang("fr-FR, zh", None), "zh-CN");
        assert_eq!(lang("", None), "en-US");
    }

    #[test]
    fn unknown_account_reads_like_a_wrong_password() {
        assert_eq!(EN.reason(&NO_SUCH_USER), EN.reason(&WRONG_PASSWORD));
        assert_ne!(EN.reason(&MFA_NEEDED), EN.reason(&WRONG_CODE));
    }
}
