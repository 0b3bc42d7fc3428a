//! A page in two languages says the same, and Chinese pages follow the rules of punctuation.

use super::{documents, read};

#[test]
fn the_two_readmes_are_equal() {
    assert_eq!(outline(&read("README.md")), outline(&read("README.zh-CN.md")));
}

#[test]
fn chinese_pages_have_the_outline_of_the_english_ones() {
    for page in ["embedding", "migrating", "miniprogram", "server", "web-login"] {
        assert_eq!(
            outline(&read(&format!("docs/{page}.md"))),
            outline(&read(&format!("docs/{page}.zh-CN.md"))),
            "{page}"
        );
    }
}

/// What does not depend on the language: headings, rows, and the code in the rows' second column.
fn outline(readme: &str) -> Vec<String> {
    let lines = readme.lines().filter(|line| line.starts_with(['#', '|']) || line.starts_with("```"));
    lines.map(|line| line.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn chinese_documents_follow_the_rules_of_punctuation() {
    // The table of error codes quotes the service.
    let documents = documents().into_iter().filter(|name| name.ends_with(".zh-CN.md") && !name.contains("error-codes"));
    let mut faults = Vec::new();
    for document in documents {
        let text = read(&document);
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
