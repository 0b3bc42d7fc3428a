//! The oldest Rust that a package supports: one version for the libraries, and one for the tools and the tests.
//!
//! Clippy's lint `incompatible_msrv` finds functions of the standard library that are newer than a library's version.

use std::path::Path;

use anyhow::{Context, ensure};

use super::FUZZ;
use crate::workspace::{Package, Workspace};

/// The packages that programs depend on.
const LIBRARIES: [&str; 5] = ["authing-axum", "authing-core", "authing-reqwest", "authing-ureq", "authing-wxapp"];

pub(super) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let (libraries, mut tools) = split(&workspace.packages);
    let has_fuzz = workspace.root.join(FUZZ).exists();
    let fuzz = if has_fuzz { workspace.packages_of(Path::new(FUZZ))? } else { Vec::new() };
    tools.extend(&fuzz);
    println!("the libraries say Rust {}, all else says {}", common(&libraries)?, common(&tools)?);
    Ok(())
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
        Package { name: name.into(), rust_version, published: true }
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
}
