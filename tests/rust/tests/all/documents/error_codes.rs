//! The tables of error codes are those of the code.

use authing_core::application::OauthErrorCode;
use authing_core::{ErrorCode, Language};

use crate::operations::text;

const ERROR_CODES: &str = include_str!("../../../../../docs/error-codes.md");
const ERROR_CODES_IN_CHINESE: &str = include_str!("../../../../../docs/error-codes.zh-CN.md");

#[test]
fn the_table_of_error_codes_is_that_of_the_code() {
    let rows = ErrorCode::ALL.iter().map(|code| {
        let (name, meaning, message) = (code.name().unwrap(), code.meaning().unwrap(), code.service_message().unwrap());
        format!("| {code} | `{name}` | {meaning} | {message} |")
    });
    assert_table(ERROR_CODES, 0, rows);
}

#[test]
fn the_chinese_table_of_error_codes_is_that_of_the_code() {
    let rows = ErrorCode::ALL.iter().map(|code| {
        let (name, message, service) =
            (code.name().unwrap(), code.message(Language::Chinese), code.service_message().unwrap());
        format!("| {code} | `{name}` | {message} | {service} |")
    });
    assert_table(ERROR_CODES_IN_CHINESE, 0, rows);
}

#[test]
fn the_tables_of_v3_codes_are_those_of_the_code() {
    let english = ErrorCode::V3.iter().map(|code| {
        let (name, meaning) = (code.v3_name().unwrap(), code.v3_meaning().unwrap());
        format!("| {code} | `{name}` | {meaning} | {} |", code.v3_message(Language::English))
    });
    assert_table(ERROR_CODES, 1, english);
    let chinese = ErrorCode::V3.iter().map(|code| {
        let (name, message) = (code.v3_name().unwrap(), code.v3_message(Language::Chinese));
        format!("| {code} | `{name}` | {message} |")
    });
    assert_table(ERROR_CODES_IN_CHINESE, 1, chinese);
}

#[test]
fn the_tables_of_oauth_codes_are_those_of_the_code() {
    let english = OauthErrorCode::ALL.iter().map(|code| {
        let OauthErrorCode { name, meaning, .. } = code;
        format!("| `{name}` | {meaning} | {} |", code.message(Language::English))
    });
    assert_table(ERROR_CODES, 2, english);
    let chinese = OauthErrorCode::ALL.iter().map(|code| {
        let OauthErrorCode { name, .. } = code;
        format!("| `{name}` | {} |", code.message(Language::Chinese))
    });
    assert_table(ERROR_CODES_IN_CHINESE, 2, chinese);
}

#[test]
fn codes_of_the_emulator_are_listed() {
    let source = text("crates/authing-emulator/src/service/v3/error.rs");
    let codes = source.split("Some(").skip(1).filter_map(|rest| rest.split(')').next()?.replace('_', "").parse().ok());
    let codes: Vec<ErrorCode> = codes.map(ErrorCode).collect();
    assert!(codes.len() > 20, "only {codes:?} were found");
    let is_listed = |code: &ErrorCode| ErrorCode::ALL.contains(code) || ErrorCode::V3.contains(code);
    let unlisted: Vec<&ErrorCode> = codes.iter().filter(|code| !is_listed(code)).collect();
    assert!(unlisted.is_empty(), "{unlisted:?}");
}

/// Compares the rows of a document's table. A row may have one more column: a note of ours, for a sentence that misleads.
fn assert_table(document: &str, index: usize, expected: impl Iterator<Item = String>) {
    let table = document.split("\n|---").nth(index + 1).unwrap();
    let mut rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    for expected in expected {
        let row = rows.next().unwrap_or_default();
        assert!(row.starts_with(&expected), "the row\n{row}\nshould begin:\n{expected}");
    }
    assert_eq!(rows.next(), None, "a row of no code");
}
