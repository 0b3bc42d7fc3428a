//! Node and npm, where they are installed.

use std::path::Path;

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::workspace::Workspace;

/// The oldest Node that the scripts and their tools run on.
const OLDEST: u32 = 20;

/// The reason why Node or npm cannot be used here; `None` if both can.
pub(crate) fn missing(sh: &Shell) -> Option<String> {
    let Ok(version) = cmd!(sh, "node --version").quiet().ignore_stderr().read() else {
        return Some(format!("it needs Node {OLDEST} or newer, and `node` was not found"));
    };
    if major(&version).is_none_or(|major| major < OLDEST) {
        return Some(format!("it needs Node {OLDEST} or newer, and `node` is {version}"));
    }
    if cmd!(sh, "npm --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        return Some("it needs npm, and `npm` was not found".into());
    }
    None
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs what a folder's lock file names, unless that is what is there already.
pub(crate) fn install(workspace: &Workspace, folder: &str) -> anyhow::Result<()> {
    if is_installed(&workspace.root.join(folder)) {
        return Ok(());
    }
    // No install scripts: nothing here needs one, and none should run unread.
    cmd!(workspace.sh, "npm ci --prefix {folder} --ignore-scripts --no-audit --no-fund")
        .run()
        .with_context(|| format!("npm could not install what {folder} names"))
}

/// npm writes its own lock file last, so one newer than ours means that all of it is there.
fn is_installed(folder: &Path) -> bool {
    let modified = |name: &str| folder.join(name).metadata()?.modified();
    match (modified("package-lock.json"), modified("node_modules/.package-lock.json")) {
        (Ok(wanted), Ok(installed)) => installed >= wanted,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20.20.2"), None);
        assert_eq!(major("v"), None);
    }
}
