//! A call of today's REST API is added in six files at most: CONTRIBUTING.md says which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use super::operations::{files, has_word, operations, root};

/// The files that a call may be named in. Its run by a published client, in `tests/published`, comes on top.
const FOLDERS: &[&str] = &[
    "crates/authing-core/src/v3",
    "crates/authing-core/tests/core/catalogue/v3",
    "crates/authing-emulator/src/v3",
    "tests/rust/tests/all/today_v3",
];
const SERVICES: &str = "crates/authing-emulator/src/service/v3";
const MOST: usize = 6;

/// Operations that one more file names, because a flow sends them.
const SENT_BY_A_FLOW: &[&str] = &["GeneQrCode", "GetQrCodeStatus", "UpdateProfile"];

#[test]
fn call_of_today_is_added_in_six_files() {
    let sources: BTreeMap<PathBuf, String> =
        FOLDERS.iter().flat_map(|folder| files(&root().join(folder))).map(|path| (path.clone(), code(&path))).collect();
    let mut count = 0;
    for operation in operations().iter().filter(|operation| operation.area.starts_with("v3")) {
        let name = operation.name.as_str();
        let mut named: BTreeSet<PathBuf> =
            sources.iter().filter(|(_, code)| names(code, name)).map(|(path, _)| path.clone()).collect();
        named.extend(sources.values().find_map(|code| service(code, name)));
        let most = MOST + usize::from(SENT_BY_A_FLOW.contains(&name));
        assert!(named.len() <= most, "{name}: {named:#?}");
        count += 1;
    }
    assert!(count > 80, "only {count} calls were found");
}

/// The text of a file without its comments.
fn code(path: &PathBuf) -> String {
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    lines.join("\n")
}

/// Whether a file names the operation. Some enums have variants of the same name: the purpose `BindPhone` of an SMS.
fn names(code: &str, operation: &str) -> bool {
    let [variant, text] = [format!("{operation},"), format!("{operation} = \"")];
    let is_variant = |line: &str| line.trim() == variant || line.contains(&text) || line.contains("Self::");
    code.lines().any(|line| has_word(line, operation) && !is_variant(line))
}

/// The file of the service that a route of the emulator leads to: `of::<KickUsers>(), sessions::kick`, or a closure that calls it.
fn service(routes: &str, operation: &str) -> Option<PathBuf> {
    let (_, handler) = routes.split_once(&format!("of::<{operation}>(), "))?;
    let (before, _) = handler.split_once("::")?;
    let module = before.rsplit(|c: char| c != '_' && !c.is_ascii_lowercase()).next()?;
    let path = root().join(SERVICES).join(format!("{module}.rs"));
    assert!(path.is_file(), "{operation} has no service in {}", path.display());
    Some(path)
}
