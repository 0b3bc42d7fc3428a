//! What the documents say is what the code says.

use std::fmt::Write as _;

use authing_core::ErrorCode;

#[test]
fn the_table_of_error_codes_is_that_of_the_code() {
    let mut rows = String::new();
    for code in ErrorCode::ALL {
        let (name, meaning, message) = (code.name().unwrap(), code.meaning().unwrap(), code.service_message().unwrap());
        writeln!(rows, "| {code} | `{name}` | {meaning} | {message} |").unwrap();
    }
    let document = include_str!("../../docs/error-codes.md");
    assert!(document.ends_with(&rows), "docs/error-codes.md should end in:\n{rows}");
}

#[test]
fn the_two_readmes_are_equal() {
    let (english, chinese) = (include_str!("../../README.md"), include_str!("../../README.zh-CN.md"));
    assert_eq!(outline(english), outline(chinese));
}

/// What does not depend on the language: headings, rows, and the code in the rows' second column.
fn outline(readme: &str) -> Vec<String> {
    let lines = readme.lines().filter(|line| line.starts_with(['#', '|']) || line.starts_with("```"));
    lines.map(|line| line.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(" ")).collect()
}
