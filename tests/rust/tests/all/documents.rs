//! What the documents say is what the code says.

use std::fs;
use std::path::{Path, PathBuf};

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
    let read = |name: String| fs::read_to_string(root().join("docs").join(name)).unwrap();
    for page in ["embedding", "migrating", "server", "web-login"] {
        assert_eq!(outline(&read(format!("{page}.md"))), outline(&read(format!("{page}.zh-CN.md"))), "{page}");
    }
}

#[test]
fn links_of_documents_lead_to_files() {
    let mut missing = Vec::new();
    for (document, text) in documents() {
        let folder = root().join(&document).parent().unwrap().to_owned();
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
    let mut missing = Vec::new();
    for (document, text) in documents() {
        let folder = root().join(&document).parent().unwrap().to_owned();
        for path in text.split('`').skip(1).step_by(2).filter(|code| is_path(code)) {
            // A path is that of the repository, or, in a crate's README, that of the crate.
            if !names_a_file(&root(), path) && !names_a_file(&folder, path) {
                missing.push(format!("{document}: {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn comments_name_files_that_exist() {
    let mut missing = Vec::new();
    for (source, text) in files(|name| has_extension(name, "rs") || has_extension(name, "mjs")) {
        // In a crate, a path may be that of the crate.
        let folders: Vec<PathBuf> = root().join(&source).ancestors().skip(1).map(Path::to_owned).collect();
        let comments = text.lines().map(str::trim_start).filter(|line| line.starts_with("//"));
        for path in comments.flat_map(|line| line.split([' ', '`', '(', ')', '"', ',', ';'])) {
            let path = path.trim_end_matches(['.', ':']);
            if is_path(path) && !folders.iter().any(|folder| names_a_file(folder, path)) {
                missing.push(format!("{source}: {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

fn is_path(code: &str) -> bool {
    let roots = ["crates/", "docs/", "examples/", "tests/"];
    let is_test = has_extension(code, "mjs") && code.contains(".test.");
    (is_test || roots.iter().any(|root| code.starts_with(root))) && !code.contains([' ', '*', '<', '{'])
}

/// An example of one file is named without its extension.
fn names_a_file(folder: &Path, path: &str) -> bool {
    folder.join(path).exists() || folder.join(format!("{path}.rs")).exists()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Every page of the repository: its path and its text.
fn documents() -> Vec<(String, String)> {
    files(|name| has_extension(name, "md"))
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == extension)
}

/// Every file of the repository with such a name: its path and its text. What is built or installed is not of the repository.
fn files(is_wanted: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let (root, mut found) = (root(), Vec::new());
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                let is_ours = !name.starts_with('.') && name != "target" && name != "node_modules";
                folders.extend(is_ours.then_some(path));
            } else if is_wanted(name) {
                let shown = path.strip_prefix(&root).unwrap().display().to_string();
                found.push((shown, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(found.len() > 10, "only {} files were found", found.len());
    found
}

/// What does not depend on the language: headings, rows, and the code in the rows' second column.
fn outline(readme: &str) -> Vec<String> {
    let lines = readme.lines().filter(|line| line.starts_with(['#', '|']) || line.starts_with("```"));
    lines.map(|line| line.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn chinese_documents_follow_the_rules_of_punctuation() {
    // The table of error codes quotes the service.
    let is_prose = |name: &str| name.ends_with(".zh-CN.md") && !name.contains("error-codes");
    let mut faults = Vec::new();
    for (document, text) in documents().iter().filter(|(name, _)| is_prose(name)) {
        faults
            .extend(prose(text).flat_map(|line| punctuation_faults(&line)).map(|fault| format!("{document}: {fault}")));
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
