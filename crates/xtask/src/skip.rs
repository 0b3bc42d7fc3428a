//! A check whose tool is missing: it is skipped with one line of output, and fails in CI.

use std::fmt::Display;

use anyhow::bail;

/// Leaves something out because the machine lacks what it needs.
pub(crate) fn skip(what: &str, why: impl Display) -> anyhow::Result<()> {
    if in_ci() {
        bail!("{what} cannot be skipped in CI: {why}");
    }
    println!("skipped {what}: {why}");
    Ok(())
}

fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty())
}
