//! Each call of 2020 has a row in docs/migrating.md, and each name in a row exists.

use std::collections::{BTreeMap, BTreeSet};

use authing_core::v3::management::ManagementCall;

use crate::operations::{has_word, method, source_files, text};

const PAGES: [&str; 2] = ["docs/migrating.md", "docs/migrating.zh-CN.md"];

/// Methods of the package that the guide does not have.
const OF_THE_PACKAGE: [&str; 3] = ["autoRefresh", "loginSilently", "prepare"];

/// A row of a table of calls: JavaScript, Rust of 2020, Rust of today, and a note.
struct Row {
    javascript: Vec<String>,
    bold: Vec<String>,
    pool: Vec<String>,
    today: Vec<String>,
}

#[test]
fn each_call_of_2020_has_a_row() {
    let methods = methods();
    for page in PAGES {
        let listed: BTreeSet<String> = rows(page).into_iter().flat_map(|row| row.pool).collect();
        let missing: Vec<&String> = methods["pool"].difference(&listed).collect();
        assert!(missing.is_empty(), "{page} has no row for {missing:?}");
    }
}

#[test]
fn each_javascript_name_has_a_row() {
    for page in PAGES {
        let listed: BTreeSet<String> = rows(page).into_iter().flat_map(|row| row.javascript).collect();
        let names: BTreeSet<String> = javascript_names().into_iter().collect();
        let missing: Vec<&String> = names.difference(&listed).collect();
        assert!(names.len() > 80 && missing.is_empty(), "{page} has no row for {missing:?}");
    }
}

#[test]
fn names_of_the_package_are_bold() {
    let source = text("crates/authing-wxapp/src/package/methods.rs");
    let arms = source.lines().filter_map(|line| line.trim_start().strip_prefix('"')?.split_once("\" => "));
    let names = arms.flat_map(|(names, _)| names.split("\" | \""));
    let methods: BTreeSet<&str> = names.filter(|name| !OF_THE_PACKAGE.contains(name)).collect();
    for page in PAGES {
        let rows = rows(page);
        let bold: BTreeSet<&str> = rows.iter().flat_map(|row| &row.bold).map(String::as_str).collect();
        assert_eq!(bold, methods, "{page}");
    }
}

#[test]
fn names_in_the_rows_exist() {
    let names = Names { methods: methods(), files: source_files("crates/authing-core/src") };
    for page in PAGES {
        let rows = rows(page);
        let spans = rows.iter().flat_map(|row| row.pool.iter().map(|span| ("pool", span)));
        let spans = spans.chain(rows.iter().flat_map(|row| row.today.iter().map(|span| ("today", span))));
        let unknown: Vec<&String> = spans.filter(|(of, span)| !names.have(of, span)).map(|(_, span)| span).collect();
        assert!(unknown.is_empty(), "{page} names {unknown:?}");
    }
}

#[test]
fn calls_without_a_successor_have_a_reason() {
    for page in PAGES {
        let lost: BTreeSet<Vec<String>> =
            rows(page).into_iter().filter(|row| row.today.is_empty()).map(|row| row.pool).collect();
        let explained = cells(page).into_iter().filter(|cells| cells.len() == 3).map(|cells| spans(&cells[0]));
        let explained: BTreeSet<Vec<String>> = explained.filter(|names| !names.is_empty()).collect();
        assert_eq!(lost, explained, "{page}");
    }
}

/// What the core's source has.
struct Names {
    methods: BTreeMap<&'static str, BTreeSet<String>>,
    files: Vec<String>,
}

impl Names {
    fn have(&self, of: &str, span: &str) -> bool {
        let (path, arguments) = span.split_once('(').unwrap_or((span, ""));
        let known = if let Some((kind, member)) = path.split_once("::") {
            self.has_type(kind, member)
        } else if let Some((client, method)) = path.split_once('.') {
            self.methods.get(client).is_some_and(|methods| methods.contains(method))
                || method == "call"
                || method == "all"
        } else {
            of == "pool" && (self.methods["pool"].contains(path) || self.has_type("UserPool", path))
                || self.has_type(path, path)
        };
        known && self.has_argument(path, arguments)
    }

    /// `SignIn::email(…)` of `app.sign_in(SignIn::email(…))`; `"getGroup"` of `management.call_raw("getGroup", …)`.
    fn has_argument(&self, path: &str, arguments: &str) -> bool {
        if path.ends_with("call_raw") && !arguments.is_empty() {
            return arguments.split('"').nth(1).is_some_and(|name| ManagementCall::find(name).is_some());
        }
        let part = arguments.split([' ', ',', '(', ')', '[', ']']).find(|part| part.contains("::"));
        part.and_then(|part| part.split_once("::")).is_none_or(|(kind, member)| self.has_type(kind, member))
    }

    /// Whether a file defines the type and names the member. A macro makes the clients, in several files.
    fn has_type(&self, kind: &str, member: &str) -> bool {
        if kind.ends_with("Client") || kind == "UserPool" {
            return self.files.iter().any(|file| file.contains(&format!("pub fn {member}")));
        }
        let defines =
            |file: &&String| ["pub struct", "pub enum"].iter().any(|of| has_word(file, &format!("{of} {kind}")));
        self.files.iter().filter(defines).any(|file| has_word(file, member))
    }
}

/// The methods in the rows of the core's modules: those of the pool's clients, and of `app`, `user` and `management`.
fn methods() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut methods: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let source = source_files("crates/authing-core/src").concat();
    let mut clients: &[&'static str] = &[];
    for line in source.lines() {
        if line.starts_with("    impl [") {
            clients = clients_of(line);
        } else if line == "    }" {
            clients = &[];
        } else if let Some(name) = method(line) {
            for client in clients {
                methods.entry(client).or_default().insert(name.to_owned());
            }
        }
    }
    methods
}

/// The clients that have the rows below a heading such as `impl [] ApplicationUser as ApplicationUser of (…) {`.
fn clients_of(heading: &str) -> &'static [&'static str] {
    match heading {
        _ if heading.contains("of (ManagementClient") => &["management"],
        _ if heading.contains("[P: ApplicationPrincipal]") => &["app", "user"],
        _ if heading.contains("[] ApplicationUser") => &["user"],
        _ if heading.contains("of (AuthenticationClient") => &["app"],
        _ => &["pool"],
    }
}

/// The names in the last column of the areas' tables, whose heading is "the guide's name" or "the Web SDK's name".
fn javascript_names() -> Vec<String> {
    let mut names = Vec::new();
    let mut is_table = false;
    for line in source_files("crates/authing-core/src").concat().lines() {
        let Some(row) = line.strip_prefix("//! | ") else {
            is_table &= line.starts_with("//! |-");
            continue;
        };
        let last = row.trim_end_matches([' ', '|']).rsplit(" | ").next().unwrap_or_default();
        if row.starts_with("operation |") {
            is_table = last.ends_with("name");
        } else if is_table {
            names.extend(spans(last).into_iter().filter(|name| !name.contains(' ')));
        }
    }
    names
}

fn rows(page: &str) -> Vec<Row> {
    let rows = cells(page).into_iter().filter(|cells| cells.len() == 4).map(|cells| Row {
        javascript: spans(&cells[0]),
        bold: cells[0].split("**").skip(1).step_by(2).flat_map(spans).collect(),
        pool: spans(&cells[1]),
        today: spans(&cells[2]),
    });
    rows.filter(|row| !row.pool.is_empty()).collect()
}

/// The cells of each row of a table.
fn cells(page: &str) -> Vec<Vec<String>> {
    let text = text(page);
    let rows = text.lines().filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'));
    rows.map(|row| row.split('|').map(str::to_owned).collect()).collect()
}

/// The code in a text.
fn spans(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}
