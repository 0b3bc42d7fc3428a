//! The sentences for users, of the codes of today's service.

use std::collections::BTreeSet;

use authing_core::application::OauthErrorCode;
use authing_core::{AuthenticationError, ErrorCode, Language};

/// The rules of a sentence: no full stop, no mark of exclamation, and in Chinese no English words.
fn assert_sentence(chinese: &str, english: &str) {
    assert!(!chinese.contains(|char: char| char.is_ascii_alphabetic()), "{chinese}");
    assert!(!chinese.is_ascii() && !chinese.ends_with(['。', '！']) && chinese.chars().count() <= 20, "{chinese}");
    assert!(english.is_ascii() && !english.ends_with(['.', '!']), "{english}");
    assert!(english.starts_with(|char: char| char.is_ascii_uppercase()), "{english}");
}

#[test]
fn v3_code_has_a_sentence_in_both_languages() {
    for code in ErrorCode::V3 {
        assert_sentence(&code.v3_message(Language::Chinese), &code.v3_message(Language::English));
    }
}

#[test]
fn v3_codes_are_listed_once_in_order() {
    assert!(ErrorCode::V3.is_sorted());
    let all: BTreeSet<_> = ErrorCode::ALL.iter().chain(ErrorCode::V3).collect();
    assert_eq!(all.len(), ErrorCode::ALL.len() + ErrorCode::V3.len(), "a code of 2020 is not listed again");
}

#[test]
fn unknown_user_and_wrong_password_have_one_sentence() {
    let codes = [ErrorCode::USER_NOT_FOUND, ErrorCode::WRONG_PASSWORD, ErrorCode::WRONG_ACCOUNT_OR_PASSWORD];
    for language in [Language::Chinese, Language::English] {
        let sentences: BTreeSet<_> = codes.iter().map(|code| code.v3_message(language)).collect();
        assert_eq!(sentences.len(), 1, "it does not tell who has an account: {sentences:?}");
    }
}

#[test]
fn unlisted_v3_code_is_shown_with_its_number() {
    assert_eq!(ErrorCode(1999).v3_message(Language::English), "That did not work (error 1999)");
    assert_eq!(ErrorCode(1999).v3_name(), None);
}

#[test]
fn oauth_code_has_a_sentence_in_both_languages() {
    for code in OauthErrorCode::ALL {
        assert_sentence(code.message(Language::Chinese), code.message(Language::English));
    }
    let names: BTreeSet<_> = OauthErrorCode::ALL.iter().map(|code| code.name).collect();
    assert_eq!(names.len(), OauthErrorCode::ALL.len());
}

#[test]
fn denied_login_is_shown_by_its_oauth_code() {
    let denied = |error: &str| AuthenticationError::Denied { error: error.to_owned(), description: None };
    assert_eq!(denied("login_required").message(Language::English), "Log in first");
    assert_eq!(denied("unheard_of").message(Language::English), "The login did not succeed, log in again");
}
