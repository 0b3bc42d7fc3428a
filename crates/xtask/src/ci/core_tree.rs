//! The core's tree: small, and free of anything that talks, waits or draws random numbers.

use std::collections::BTreeSet;

use anyhow::ensure;
use xshell::cmd;

use crate::workspace::Workspace;

const CORE: &str = "authing-core";
/// The tree has fewer crates than this, on every platform together, the core not counted.
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
    let tree = cmd!(
        workspace.sh,
        "cargo tree --package {CORE} --edges normal,build --target all"
    )
    .args(["--prefix", "none", "--format", "{p}"])
    .quiet()
    .read()?;
    let crates = crates(&tree);
    println!(
        "{CORE} builds on {} crates; the limit is {LIMIT}",
        crates.len()
    );
    ensure!(
        crates.len() < LIMIT,
        "{CORE} builds on {} crates:\n{tree}",
        crates.len()
    );
    let banned: Vec<&str> = banned(&crates).collect();
    ensure!(
        banned.is_empty(),
        "{CORE} may not depend on {}",
        banned.join(", ")
    );
    Ok(())
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

fn banned<'a>(crates: &'a BTreeSet<(&str, &str)>) -> impl Iterator<Item = &'a str> {
    crates
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| BANNED.contains(name))
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
    fn finds_what_the_core_may_not_use() {
        let crates = crates(TREE);
        assert_eq!(banned(&crates).collect::<Vec<_>>(), ["tokio", "tokio"]);
    }
}
