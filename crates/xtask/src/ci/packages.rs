//! The files of each published package: it has the licences and its README.

use anyhow::ensure;
use xshell::cmd;

use crate::workspace::Workspace;

/// The files that each package has.
const REQUIRED: [&str; 4] = ["Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md"];

pub(super) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    for package in workspace.packages.iter().filter(|package| package.published) {
        let name = &package.name;
        // The list is that of the working tree, committed or not.
        let list = cmd!(workspace.sh, "cargo package --list --allow-dirty --package {name}").quiet().read()?;
        let missing = missing(&list);
        ensure!(missing.is_empty(), "{name} lacks {}", missing.join(", "));
        println!("{name}: {} files", list.lines().count());
    }
    Ok(())
}

fn missing(list: &str) -> Vec<&'static str> {
    REQUIRED.into_iter().filter(|required| !list.lines().any(|file| file == *required)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licence_that_is_not_packaged_is_named() {
        assert_eq!(missing("Cargo.toml\nREADME.md\nLICENSE-MIT\nsrc/lib.rs"), ["LICENSE-APACHE"]);
        assert_eq!(missing("Cargo.toml\nREADME.md\nLICENSE-MIT\nLICENSE-APACHE"), [""; 0]);
    }
}
