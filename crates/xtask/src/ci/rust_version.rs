//! The oldest Rust that a package supports is the same for all of them.

use std::path::Path;

use anyhow::{Context, ensure};

use super::FUZZ;
use crate::workspace::{Package, Workspace};

pub(super) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let version = common(&workspace.packages)?;
    if workspace.root.join(FUZZ).exists() {
        let fuzz = common(&workspace.packages_of(Path::new(FUZZ))?)?;
        ensure!(fuzz == version, "{FUZZ} says Rust {fuzz}, the workspace says {version}");
    }
    println!("every package says Rust {version}");
    Ok(())
}

fn common(packages: &[Package]) -> anyhow::Result<String> {
    let version = packages.iter().find_map(|package| package.rust_version.clone());
    let version = version.context("no package says which Rust it needs")?;
    for Package { name, rust_version, .. } in packages {
        ensure!(
            rust_version.as_ref() == Some(&version),
            "{name} says Rust {}, others say {version}",
            rust_version.as_deref().unwrap_or("nothing")
        );
    }
    Ok(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, rust_version: Option<&str>) -> Package {
        let rust_version = rust_version.map(str::to_owned);
        Package { name: name.into(), rust_version, published: true }
    }

    #[test]
    fn agrees_on_one_version() {
        let version = common(&[package("a", Some("1.95")), package("b", Some("1.95"))]);
        assert_eq!(version.ok().as_deref(), Some("1.95"));
    }

    #[test]
    fn refuses_another_version_and_none() {
        assert!(common(&[package("a", Some("1.95")), package("b", Some("1.94"))]).is_err());
        assert!(common(&[package("a", Some("1.95")), package("b", None)]).is_err());
        assert!(common(&[]).is_err());
    }
}
