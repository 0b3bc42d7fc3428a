//! The core's tree of dependencies: small, and without a crate that does I/O, waits or draws random numbers.

use std::collections::BTreeSet;

use anyhow::ensure;
use xshell::cmd;

use crate::workspace::Workspace;

const CORE: &str = "authing-core";
/// A build on one platform compiles fewer crates than this, the core not counted.
const LIMIT: usize = 60;
/// HTTP clients, runtimes, sockets, TLS and the system's randomness: each belongs to a transport.
const BANNED: &[&str] = &[
    "async-std",
    "curl",
    "getrandom",
    "h2",
    "hyper",
    "hyper-util",
    "isahc",
    "mio",
    "native-tls",
    "openssl",
    "polling",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "surf",
    "tokio",
    "ureq",
    "wasm-bindgen",
    "web-sys",
    "web-time",
];

pub(super) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let here = tree(workspace, &[])?;
    let count = crates(&here).len();
    println!("{CORE} builds on {count} crates; the limit is {LIMIT}");
    ensure!(count < LIMIT, "{CORE} builds on {count} crates:\n{here}");
    let everywhere = tree(workspace, &["--target", "all"])?;
    let banned = banned(&crates(&everywhere));
    ensure!(banned.is_empty(), "{CORE} may not depend on {}", banned.join(", "));
    Ok(())
}

fn tree(workspace: &Workspace, platform: &[&str]) -> anyhow::Result<String> {
    let tree = cmd!(workspace.sh, "cargo tree --package {CORE} --edges normal,build {platform...}");
    Ok(tree.args(["--prefix", "none", "--format", "{p}"]).quiet().read()?)
}

/// The different crates of a tree, as name and version; its first line is the root.
fn crates(tree: &str) -> BTreeSet<(&str, &str)> {
    tree.lines()
        .skip(1)
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?))
        })
        .collect()
}

fn banned<'a>(crates: &BTreeSet<(&'a str, &str)>) -> Vec<&'a str> {
    let names = crates.iter().map(|(name, _)| *name);
    names.filter(|name| BANNED.contains(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "\
authing-core v0.1.0 (/somewhere/authing-core)
serde v1.0.229
serde_derive v1.0.229 (proc-macro)
http v1.5.0
bytes v1.12.0
serde v1.0.229 (*)

tokio v1.50.0
tokio v2.0.0";

    #[test]
    fn counts_each_version_of_each_crate_once() {
        assert_eq!(crates(TREE).len(), 6);
    }

    #[test]
    fn forbidden_dependency_of_the_core_is_found() {
        assert_eq!(banned(&crates(TREE)), ["tokio", "tokio"]);
    }
}
