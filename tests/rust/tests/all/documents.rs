//! What the documents say is what the code says.

use authing_core::ErrorCode;

#[test]
fn the_table_of_error_codes_is_that_of_the_code() {
    let document = include_str!("../../../../docs/error-codes.md");
    let rows: Vec<&str> = document.lines().skip_while(|line| !line.starts_with("|---")).skip(1).collect();
    assert_eq!(rows.len(), ErrorCode::ALL.len());
    for (code, row) in ErrorCode::ALL.iter().zip(rows) {
        let (name, meaning, message) = (code.name().unwrap(), code.meaning().unwrap(), code.message().unwrap());
        // The last column is a note of ours, for a sentence that misleads.
        let expected = format!("| {code} | `{name}` | {meaning} | {message} |");
        assert!(row.starts_with(&expected), "docs/error-codes.md should have a row that begins:\n{expected}");
    }
}

#[test]
fn the_two_readmes_are_equal() {
    let (english, chinese) = (include_str!("../../../../README.md"), include_str!("../../../../README.zh-CN.md"));
    assert_eq!(outline(english), outline(chinese));
}

/// What does not depend on the language: headings, rows, and the code in the rows' second column.
fn outline(readme: &str) -> Vec<String> {
    let lines = readme.lines().filter(|line| line.starts_with(['#', '|']) || line.starts_with("```"));
    lines.map(|line| line.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(" ")).collect()
}
