//! What the documents say is what the code says.

use std::path::Path;

use authing_core::{ErrorCode, Language};

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
fn the_chinese_table_of_error_codes_is_that_of_the_code() {
    let document = include_str!("../../../../docs/error-codes.zh-CN.md");
    let rows: Vec<&str> = document.lines().skip_while(|line| !line.starts_with("|---")).skip(1).collect();
    assert_eq!(rows.len(), ErrorCode::ALL.len());
    for (code, row) in ErrorCode::ALL.iter().zip(rows) {
        let (name, message, service) =
            (code.name().unwrap(), code.message(Language::Chinese), code.service_message().unwrap());
        let expected = format!("| {code} | `{name}` | {message} | {service} |");
        assert!(row.starts_with(&expected), "docs/error-codes.zh-CN.md should have a row that begins:\n{expected}");
    }
}

#[test]
fn the_two_readmes_are_equal() {
    let (english, chinese) = (include_str!("../../../../README.md"), include_str!("../../../../README.zh-CN.md"));
    assert_eq!(outline(english), outline(chinese));
}

#[test]
fn chinese_pages_have_the_outline_of_the_english_ones() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let read = |name: String| std::fs::read_to_string(root.join(name)).unwrap();
    for page in ["embedding", "migrating", "server", "web-login"] {
        assert_eq!(outline(&read(format!("{page}.md"))), outline(&read(format!("{page}.zh-CN.md"))), "{page}");
    }
}

#[test]
fn links_of_documents_lead_to_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut missing = Vec::new();
    for document in DOCUMENTS {
        let text = std::fs::read_to_string(root.join(document)).unwrap();
        let folder = root.join(document).parent().unwrap().to_owned();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            if !target.contains("://") && !folder.join(file).exists() {
                missing.push(format!("{document}: {target}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn documents_name_files_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap();
    let mut missing = Vec::new();
    for document in DOCUMENTS {
        // A path is that of the repository, or, in a crate's README, that of the crate.
        let folders = [root.clone(), root.join(document).parent().unwrap().to_owned()];
        for path in read(document).split('`').skip(1).step_by(2).filter(|code| is_path(code)) {
            // An example of one file is named without its extension.
            let exists = |folder: &Path| folder.join(path).exists() || folder.join(format!("{path}.rs")).exists();
            if !folders.iter().any(|folder| exists(folder)) {
                missing.push(format!("{document}: {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

const DOCUMENTS: [&str; 19] = [
    "README.md",
    "README.zh-CN.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "examples/README.md",
    "docs/architecture.md",
    "docs/embedding.md",
    "docs/embedding.zh-CN.md",
    "docs/error-codes.md",
    "docs/error-codes.zh-CN.md",
    "docs/migrating.md",
    "docs/migrating.zh-CN.md",
    "docs/performance.md",
    "docs/server.md",
    "docs/server.zh-CN.md",
    "docs/web-login.md",
    "docs/web-login.zh-CN.md",
    "crates/authing-emulator/README.md",
    "crates/authing-emulator/README.zh-CN.md",
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

#[test]
fn chinese_documents_follow_the_rules_of_punctuation() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // The table of error codes quotes the service.
    let documents = DOCUMENTS.iter().filter(|name| name.ends_with(".zh-CN.md") && !name.contains("error-codes"));
    let mut faults = Vec::new();
    for document in documents {
        let text = std::fs::read_to_string(root.join(document)).unwrap();
        faults.extend(
            prose(&text).flat_map(|line| punctuation_faults(&line)).map(|fault| format!("{document}: {fault}")),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The lines outside code blocks, each code span and link target as one Latin letter.
fn prose(text: &str) -> impl Iterator<Item = String> {
    let outside_blocks = text.split("```").step_by(2);
    outside_blocks.flat_map(str::lines).map(|line| {
        let without_code = line.split('`').enumerate().map(|(at, part)| if at % 2 == 0 { part } else { "x" });
        let line = without_code.collect::<String>();
        let mut parts = line.split("](");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |before, part| before + "]" + part.split_once(')').map_or("", |(_, after)| after))
    })
}

/// Full-width punctuation beside Chinese, and a space between Chinese and Latin letters, digits or code.
fn punctuation_faults(line: &str) -> Vec<String> {
    let is_chinese = |char: char| ('\u{4e00}'..='\u{9fff}').contains(&char);
    let is_wrong =
        |one: char, other: char| is_chinese(one) && (other.is_ascii_alphanumeric() || ",;:!?()".contains(other));
    let pairs = line.chars().zip(line.chars().skip(1));
    let wrong = pairs.filter(|&(one, other)| is_wrong(one, other) || is_wrong(other, one));
    wrong.map(|(one, other)| format!("`{one}{other}` in: {line}")).collect()
}
