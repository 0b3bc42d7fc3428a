//! The report: tables of text.

use std::fmt;

use authing_core::v3::types::User;
use comfy_table::Table;
use comfy_table::presets::UTF8_FULL_CONDENSED;

/// The result of a day.
pub(crate) struct Report {
    pub(crate) created: usize,
    pub(crate) updated: usize,
    pub(crate) unchanged: usize,
    /// The number of users in the pool.
    pub(crate) users: usize,
    pub(crate) departments: Vec<DepartmentRow>,
    pub(crate) roles: Vec<RoleRow>,
    /// The words that were searched for.
    pub(crate) searched: String,
    pub(crate) found: Vec<Found>,
    pub(crate) kicked: Option<Kicked>,
    pub(crate) failures: Vec<Failure>,
}

pub(crate) struct DepartmentRow {
    pub(crate) name: String,
    /// The number of departments above it.
    pub(crate) depth: usize,
    pub(crate) members: usize,
}

pub(crate) struct RoleRow {
    pub(crate) code: String,
    pub(crate) members: usize,
}

/// A user whom the search found.
pub(crate) struct Found {
    number: String,
    name: String,
    email: String,
}

impl From<User> for Found {
    fn from(user: User) -> Self {
        Self {
            number: user.external_id.unwrap_or_default(),
            name: user.name.unwrap_or_default(),
            email: user.email.unwrap_or_default(),
        }
    }
}

/// An employee whose sessions were ended.
pub(crate) struct Kicked {
    pub(crate) number: String,
    /// Whether the employee was logged in before.
    pub(crate) before: bool,
    /// Whether the employee is logged in after it.
    pub(crate) after: bool,
}

/// A row of the file that was not imported.
pub(crate) struct Failure {
    /// The line of the file.
    pub(crate) line: u64,
    pub(crate) number: String,
    pub(crate) reason: String,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { created, updated, unchanged, users, departments, roles, searched, found, kicked, failures } = self;
        let counts = [created, updated, unchanged, &failures.len(), users].map(ToString::to_string);
        section(f, "Import", ["created", "updated", "unchanged", "failed", "users in the pool"], [counts])?;
        let departments = departments.iter().map(|row| [indented(&row.name, row.depth), row.members.to_string()]);
        section(f, "Departments", ["department", "members"], departments)?;
        let roles = roles.iter().map(|row| [row.code.clone(), row.members.to_string()]);
        section(f, "Roles", ["role", "members"], roles)?;
        let found = found.iter().map(|user| [user.number.clone(), user.name.clone(), user.email.clone()]);
        section(f, &format!("Search for {searched:?}"), ["number", "name", "email"], found)?;
        let word = |active: bool| if active { "logged in" } else { "logged out" }.to_owned();
        let kicked = kicked.iter().map(|kicked| [kicked.number.clone(), word(kicked.before), word(kicked.after)]);
        section(f, "Sessions", ["number", "before", "after"], kicked)?;
        let failures = failures.iter().map(|row| [row.line.to_string(), row.number.clone(), row.reason.clone()]);
        section(f, "Rows that were not imported", ["line", "number", "reason"], failures)
    }
}

fn indented(name: &str, depth: usize) -> String {
    format!("{}{name}", "  ".repeat(depth))
}

/// A heading and a table; nothing if it has no rows.
fn section<const N: usize>(
    f: &mut fmt::Formatter<'_>,
    heading: &str,
    columns: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> fmt::Result {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_header(columns).add_rows(rows);
    if table.is_empty() {
        return Ok(());
    }
    writeln!(f, "{heading}\n{table}\n")
}
