//! `cargo xtask semver`: the public interfaces against those of the last release.

use xshell::cmd;

use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let sh = &workspace.sh;
    let last = cmd!(sh, "git describe --tags --abbrev=0 --match v*").quiet().ignore_stderr().read();
    let Ok(tag) = last else {
        println!("skipped semver: there is no release tag (v*) to compare with");
        return Ok(());
    };
    let tool = cmd!(sh, "cargo semver-checks --version").quiet().ignore_stdout().ignore_stderr();
    if tool.run().is_err() {
        println!("skipped semver: `cargo install --locked cargo-semver-checks` installs its tool");
        return Ok(());
    }
    let published = workspace.packages.iter().filter(|package| package.published);
    let selection = published.flat_map(|package| ["--package", &package.name]);
    Ok(cmd!(sh, "cargo semver-checks --baseline-rev {tag} {selection...}").run()?)
}
