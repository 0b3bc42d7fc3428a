//! Every operation has all its parts: CONTRIBUTING.md, "How to add an operation", lists them.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Parts that an operation does not have, with the reason: the operations, the part, and why.
const WITHOUT: &[(&[&str], &str, &str)] = &[
    (
        &["GenerateAppQr", "CheckAppQr", "ExchangeTicket", "GenerateWxappQr", "CheckWxappQr", "Upload", "GetUserInfo"],
        "method",
        "A flow sends it.",
    ),
    (&["GetOwnerToken"], "method", "A client fetches the owner's token by itself."),
    (&["Upload"], "resolver or route", "In the emulator, the upload service has a path of its own."),
    (&["GetUploadToken", "Upload", "GetUserInfo"], "recorded call", "It is a part of the recorded call of its flow."),
    (
        &["ListUsersByRole"],
        "test of its resolver",
        "The published client's `getUsersByRole`, in tests/published, is its test.",
    ),
    (
        &["Authenticate", "ValidateAccessToken", "VerifyTokenOnline"],
        "recorded call",
        "The published client has no such call.",
    ),
    (
        &["ListOrgChildNodes", "RemoveRoleFromGroupBatch", "RevokeRoleFromUserBatch", "UpdatePermission"],
        "recorded call",
        "The published client's call was not recorded.",
    ),
    (&["GetSystem", "GetQrCodeStatus", "ExchangeQrCodeTicket"], "method", "A flow sends it."),
    (&["GetManagementToken"], "method", "A client fetches the administrator's token by itself."),
    (&["GetManagementToken"], "row in its area's table", "It has no method."),
    (&["CallRaw"], "method", "Its method, `call_raw`, takes the call's name."),
    (&["CallRaw"], "resolver or route", "Its path is that of the call that it names."),
    (&["CallRaw"], "recorded call", "Calls that have an operation are recorded by their operation."),
    (
        &[
            "CreateUsersBatch",
            "ExchangeQrCodeTicket",
            "GetManagementToken",
            "GetMyDepartmentList",
            "GetUserDepartments",
            "IsUserExists",
            "ListGroupMembers",
            "RemoveDepartmentMembers",
            "SetCustomData",
            "UpdateRole",
            "UploadFileToService",
            "VerifyResetPasswordRequest",
        ],
        "recorded call",
        "The published clients' call was not recorded; a test of the core holds its request, and the clients run it on the emulator.",
    ),
];

/// An operation of the core.
pub(super) struct Operation {
    /// `GetGroup`.
    pub(super) name: String,
    /// `rbac/groups`.
    pub(super) area: String,
    /// `rbacGroup`, or the path of an operation of REST.
    endpoint: Option<String>,
}

#[test]
fn every_operation_has_all_its_parts() {
    let places = Places::read();
    let mut missing = String::new();
    let mut needless: BTreeSet<(&str, &str)> =
        WITHOUT.iter().flat_map(|(names, part, _)| names.iter().map(move |name| (*name, *part))).collect();
    let operations = operations();
    for operation in &operations {
        let others = operations.iter().filter(|other| other.endpoint == operation.endpoint);
        let names: Vec<&str> = others.map(|other| other.name.as_str()).collect();
        for (part, place) in places.missing(operation, &names) {
            if !needless.remove(&(operation.name.as_str(), part)) {
                writeln!(missing, "{}::{} has no {part}: see {place}", operation.area, operation.name).unwrap();
            }
        }
    }
    assert!(missing.is_empty(), "{missing}");
    assert!(needless.is_empty(), "these have what they are listed to lack: {needless:?}");
}

/// The texts in which an operation's parts are looked for.
struct Places {
    catalogue: String,
    resolvers: String,
    service_tests: String,
    conformance: String,
}

impl Places {
    fn read() -> Self {
        Self {
            catalogue: text("crates/authing-core/tests/core/catalogue"),
            resolvers: text("crates/authing-emulator/src"),
            service_tests: text("crates/authing-emulator/tests") + &text("tests/published"),
            conformance: text("tests/rust/tests/all"),
        }
    }

    /// The parts that an operation does not have, and where each belongs.
    /// `same` are the operations of its endpoint, which have one resolver.
    fn missing(&self, operation: &Operation, same: &[&str]) -> Vec<(&'static str, String)> {
        let Operation { name, area, endpoint } = operation;
        let area_file = format!("crates/authing-core/src/{area}.rs");
        let area_text = text(&area_file);
        let rows = area_text.lines().filter(|line| line.trim_start().starts_with("fn "));
        let methods: Vec<&str> = rows.filter(|row| has_word(row, name)).filter_map(method).collect();
        let is_recorded = has_word(&self.conformance, name)
            || methods.iter().any(|method| self.conformance.contains(&format!(".{method}(")));
        let tested = endpoint.as_ref().is_none_or(|at| at.starts_with('/') || has_word(&self.service_tests, at))
            || methods.iter().any(|method| has_word(&self.service_tests, method));
        let parts = [
            (area_text.contains(&format!("[`{name}`]")), "row in its area's table", area_file.clone()),
            (!methods.is_empty(), "method", area_file),
            (
                same.iter().any(|name| has_word(&self.resolvers, name)),
                "resolver or route",
                "crates/authing-emulator/src".to_owned(),
            ),
            (tested, "test of its resolver", "crates/authing-emulator/tests/emulator".to_owned()),
            (
                has_word(&self.catalogue, name),
                "place in the catalogue",
                "crates/authing-core/tests/core/catalogue".to_owned(),
            ),
            (is_recorded, "recorded call", "tests/rust/tests/all/conformance.rs".to_owned()),
        ];
        parts.into_iter().filter(|(has, _, _)| !has).map(|(_, part, place)| (part, place)).collect()
    }
}

/// The name of the method in a row.
pub(crate) fn method(row: &str) -> Option<&str> {
    row.trim_start().strip_prefix("fn ")?.split('(').next()
}

/// Every `impl Operation for …` in the core, of a pool.
pub(super) fn operations() -> Vec<Operation> {
    let source = root().join("crates/authing-core/src");
    let mut operations = Vec::new();
    for path in files(&source) {
        let text = fs::read_to_string(&path).unwrap();
        let below = path.strip_prefix(&source).unwrap();
        // `rbac/groups/get_group.rs` is of `rbac/groups`, `v3/account/bind_email.rs` of `v3/account`.
        let area = below.parent().unwrap().to_str().unwrap().to_owned();
        for line in text.lines() {
            let Some(name) = line.strip_prefix("impl Operation for ") else { continue };
            let name = name.trim_end_matches([' ', '{', '}']).to_owned();
            operations.push(Operation { name, area: area.clone(), endpoint: endpoint(&text) });
        }
    }
    // The raw call is its user's; an application's operations are held to the recordings of today's service.
    operations.retain(|operation| operation.area != "client" && operation.area != "application");
    assert!(operations.len() > 100, "only {} operations were found", operations.len());
    operations
}

/// The root field of a GraphQL operation, or the path of another.
fn endpoint(source: &str) -> Option<String> {
    let (_, after) = source.split_once("Endpoint::graphql(").or_else(|| source.split_once("Endpoint::rest("))?;
    let quoted = after.split('"').nth(1)?;
    Some(quoted.split('.').next()?.to_owned())
}

pub(crate) fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part))
}

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file, or all sources below a folder. This file names operations that lack something, so it is left out.
pub(crate) fn text(path: &str) -> String {
    let path = root().join(path);
    let own = Path::new(file!()).file_name();
    let wanted = |file: &PathBuf| file.file_name() != own;
    if path.is_file() {
        fs::read_to_string(path).unwrap()
    } else {
        files(&path).iter().filter(|file| wanted(file)).map(|file| fs::read_to_string(file).unwrap()).collect()
    }
}

/// The text of each source below a folder.
pub(crate) fn source_files(folder: &str) -> Vec<String> {
    files(&root().join(folder)).iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// All sources in Rust and JavaScript below a folder, but those of others.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("node_modules") {
                found.extend(files(&path));
            }
        } else if path.extension().is_some_and(|it| it == "rs" || it == "mjs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
