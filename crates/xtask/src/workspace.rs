//! What cargo knows of the workspace: its folders and its packages.

use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::Value;
use xshell::{Shell, cmd};

/// The workspace, and a shell whose folder is its root.
pub(crate) struct Workspace {
    pub(crate) sh: Shell,
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    pub(crate) packages: Vec<Package>,
}

/// What the rules ask of a package.
#[derive(Debug, PartialEq)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) rust_version: Option<String>,
    pub(crate) published: bool,
}

impl Workspace {
    pub(crate) fn open() -> anyhow::Result<Self> {
        let sh = Shell::new()?;
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .context("the xtask's folder should lie two levels below the workspace's root")?
            .to_owned();
        sh.change_dir(&root);
        let metadata = metadata(&sh, Path::new("Cargo.toml"))?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?.into();
        let packages = packages(&metadata);
        Ok(Self { sh, root, target, packages })
    }

    /// The packages of another workspace within this one.
    pub(crate) fn packages_of(&self, manifest: &Path) -> anyhow::Result<Vec<Package>> {
        Ok(packages(&metadata(&self.sh, manifest)?))
    }

    /// All packages of the lock file: those of the workspace and their dependencies.
    pub(crate) fn locked_packages(&self) -> anyhow::Result<Vec<Package>> {
        let json = cmd!(self.sh, "cargo metadata --format-version 1 --locked --all-features").quiet().read()?;
        Ok(packages(&serde_json::from_str(&json)?))
    }

    /// Whether the repository has this file or folder; says so in one line where it has not.
    pub(crate) fn has(&self, path: &str) -> bool {
        let found = self.root.join(path).exists();
        if !found {
            println!("nothing to do: the repository has no {path}");
        }
        found
    }
}

fn metadata(sh: &Shell, manifest: &Path) -> anyhow::Result<Value> {
    let json = cmd!(sh, "cargo metadata --format-version 1 --no-deps --manifest-path {manifest}").quiet().read()?;
    Ok(serde_json::from_str(&json)?)
}

fn packages(metadata: &Value) -> Vec<Package> {
    let packages = metadata["packages"].as_array().map_or(&[][..], Vec::as_slice);
    packages
        .iter()
        .map(|package| Package {
            name: package["name"].as_str().unwrap_or_default().to_owned(),
            version: package["version"].as_str().unwrap_or_default().to_owned(),
            rust_version: package["rust_version"].as_str().map(str::to_owned),
            // Cargo writes `null` for "anywhere" and `[]` for `publish = false`.
            published: package["publish"].is_null(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn package(name: &str, version: &str, rust_version: Option<&str>, published: bool) -> Package {
        let rust_version = rust_version.map(str::to_owned);
        Package { name: name.into(), version: version.into(), rust_version, published }
    }

    #[test]
    fn reads_what_the_rules_ask_of_a_package() {
        let metadata = json!({ "packages": [
            { "name": "library", "version": "1.0.0", "rust_version": "1.95", "publish": null },
            { "name": "tool", "version": "0.1.0", "rust_version": null, "publish": [] },
        ]});
        let expected = [package("library", "1.0.0", Some("1.95"), true), package("tool", "0.1.0", None, false)];
        assert_eq!(packages(&metadata), expected);
    }
}
