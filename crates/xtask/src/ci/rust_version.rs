//! The oldest Rust that a package supports: one version for the libraries, and one for the tools and the tests.
//!
//! Clippy's lint `incompatible_msrv` finds functions of the standard library that are newer than a library's version. Here the
//! `rust-version` of each dependency of the libraries is compared with it.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, ensure};
use xshell::cmd;

use super::FUZZ;
use crate::workspace::{Package, Workspace};

/// The packages that programs depend on.
const LIBRARIES: [&str; 5] = ["authing-axum", "authing-core", "authing-reqwest", "authing-ureq", "authing-wxapp"];

pub(super) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let (libraries, mut tools) = split(&workspace.packages);
    let has_fuzz = workspace.root.join(FUZZ).exists();
    let fuzz = if has_fuzz { workspace.packages_of(Path::new(FUZZ))? } else { Vec::new() };
    tools.extend(&fuzz);
    let promised = common(&libraries)?;
    println!("the libraries say Rust {promised}, all else says {}", common(&tools)?);
    let tree = libraries_tree(workspace)?;
    let newer = newer(&crates(&tree), &workspace.locked_packages()?, promised)?;
    ensure!(newer.is_empty(), "the libraries promise Rust {promised}, and depend on {}", newer.join(", "));
    Ok(())
}

/// The dependencies of the libraries with all features and on all platforms, as `name vVERSION` in each line.
fn libraries_tree(workspace: &Workspace) -> anyhow::Result<String> {
    let packages = LIBRARIES.iter().flat_map(|name| ["--package", name]);
    let tree = cmd!(workspace.sh, "cargo tree {packages...} --edges normal,build --all-features --target all");
    Ok(tree.args(["--prefix", "none", "--format", "{p}"]).quiet().read()?)
}

/// The crates of a tree, as name and version.
fn crates(tree: &str) -> BTreeSet<(&str, &str)> {
    tree.lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?.trim_start_matches('v')))
        })
        .collect()
}

/// The crates that need a newer Rust than the libraries promise, with the version that they need.
fn newer(crates: &BTreeSet<(&str, &str)>, locked: &[Package], promised: &str) -> anyhow::Result<Vec<String>> {
    let promised = release(promised)?;
    let mut newer = Vec::new();
    for Package { name, version, rust_version, .. } in locked {
        let Some(needed) = rust_version.as_deref().filter(|_| crates.contains(&(name, version))) else { continue };
        if release(needed)? > promised {
            newer.push(format!("{name} {version}, which needs Rust {needed}"));
        }
    }
    Ok(newer)
}

/// `1.88` and `1.88.0` are one release.
fn release(version: &str) -> anyhow::Result<(u32, u32)> {
    let mut parts = version.split('.').map(str::parse);
    match (parts.next(), parts.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => Ok((major, minor)),
        _ => anyhow::bail!("`{version}` is no version of Rust"),
    }
}

fn split(packages: &[Package]) -> (Vec<&Package>, Vec<&Package>) {
    packages.iter().partition(|package| LIBRARIES.contains(&package.name.as_str()))
}

fn common<'a>(packages: &[&'a Package]) -> anyhow::Result<&'a str> {
    let version = packages.iter().find_map(|package| package.rust_version.as_deref());
    let version = version.context("no package says which Rust it needs")?;
    for Package { name, rust_version, .. } in packages {
        let said = rust_version.as_deref();
        ensure!(said == Some(version), "{name} says Rust {}, others say {version}", said.unwrap_or("nothing"));
    }
    Ok(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, rust_version: Option<&str>) -> Package {
        let rust_version = rust_version.map(str::to_owned);
        Package { name: name.into(), version: "1.0.0".into(), rust_version, published: true }
    }

    #[test]
    fn agrees_on_one_version() {
        let packages = [package("a", Some("1.95")), package("b", Some("1.95"))];
        assert_eq!(common(&packages.iter().collect::<Vec<_>>()).ok(), Some("1.95"));
    }

    #[test]
    fn refuses_another_version_and_none() {
        for other in [Some("1.94"), None] {
            let packages = [package("a", Some("1.95")), package("b", other)];
            assert!(common(&packages.iter().collect::<Vec<_>>()).is_err());
        }
        assert!(common(&[]).is_err());
    }

    #[test]
    fn libraries_have_a_version_of_their_own() {
        let packages = [package("authing-core", Some("1.88")), package("xtask", Some("1.95"))];
        let (libraries, tools) = split(&packages);
        assert_eq!((common(&libraries).ok(), common(&tools).ok()), (Some("1.88"), Some("1.95")));
    }

    #[test]
    fn dependency_that_needs_a_newer_rust_is_named() {
        let locked = [
            package("old", Some("1.56")),
            package("same", Some("1.88.0")),
            package("silent", None),
            package("newer", Some("1.89")),
            package("tools-only", Some("1.95")),
        ];
        let tree = "old v1.0.0\nsame v1.0.0 (proc-macro)\nsilent v1.0.0 (*)\n\nnewer v1.0.0";
        let newer = newer(&crates(tree), &locked, "1.88").unwrap_or_default();
        assert_eq!(newer, ["newer 1.0.0, which needs Rust 1.89"]);
    }
}
