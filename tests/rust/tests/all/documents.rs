//! What the documents say is what the code says.

use std::path::Path;

use authing_core::ErrorCode;

#[test]
fn the_table_of_error_codes_is_that_of_the_code() {
    let document = include_str!("../../../../docs/error-codes.md");
    let rows: Vec<&str> = document.lines().skip_while(|line| !line.starts_with("|---")).skip(1).collect();
    assert_eq!(rows.len(), ErrorCode::ALL.len());
    for (code, row) in ErrorCode::ALL.iter().zip(rows) {
        let (name, meaning, message) = (code.name().unwrap(), code.meaning().unwrap(), code.service_message().unwrap());
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

#[test]
fn documents_name_files_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap();
    let mut missing = Vec::new();
    for document in DOCUMENTS {
        for path in read(document).split('`').skip(1).step_by(2).filter(|code| is_path(code)) {
            // An example of one file is named without its extension.
            if !root.join(path).exists() && !root.join(format!("{path}.rs")).exists() {
                missing.push(format!("{document}: {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

const DOCUMENTS: [&str; 6] = [
    "README.md",
    "README.zh-CN.md",
    "CONTRIBUTING.md",
    "docs/architecture.md",
    "docs/embedding.md",
    "docs/performance.md",
];

fn is_path(code: &str) -> bool {
    let roots = ["crates/", "docs/", "examples/", "tests/"];
    roots.iter().any(|root| code.starts_with(root)) && !code.contains([' ', '*', '<', '{'])
}

/// What does not depend on the language: headings, rows, and the code in the rows' second column.
fn outline(readme: &str) -> Vec<String> {
    let lines = readme.lines().filter(|line| line.starts_with(['#', '|']) || line.starts_with("```"));
    lines.map(|line| line.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(" ")).collect()
}
