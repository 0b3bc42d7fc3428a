//! The texts of the pages, in Chinese and English.

mod en;
mod zh;

use axum::http::{HeaderMap, header};

use super::headers;
use crate::errors::{
    BAD_EMAIL, CAPTCHA_NEEDED, CODE_EXPIRED, ErrorResponse, MFA_NEEDED, MFA_WRONG, NO_IDENTITY, NO_PASSWORD_SET,
    NO_SUCH_USER, PASSWORD_MISSING, PASSWORD_TOO_SHORT, SMS_TOO_SOON, USER_BLOCKED, USER_EXISTS, WRONG_CODE,
    WRONG_PASSWORD,
};
use en::EN;
use zh::ZH;

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

/// The errors of each text. An account that does not exist has the text of a wrong password.
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

/// Whether two errors are the same but for their data.
pub(super) fn is_same(left: &ErrorResponse, right: &ErrorResponse) -> bool {
    (left.code, &left.message) == (right.code, &right.message)
}

/// By the languages that were asked for, the first that is one of the two; else by the browser's; else English.
pub(super) fn of_request(headers: &HeaderMap, ui_locales: Option<&str>) -> &'static Texts {
    let accepted = headers::text(headers, header::ACCEPT_LANGUAGE).unwrap_or_default();
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
