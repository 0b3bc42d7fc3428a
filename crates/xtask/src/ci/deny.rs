//! cargo-deny: bans, licences and sources always; advisories where their database can be reached.

use xshell::cmd;

use crate::skip::skip;
use crate::workspace::Workspace;

pub(super) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let sh = &workspace.sh;
    let tool = cmd!(sh, "cargo deny --version").quiet().ignore_stdout().ignore_stderr();
    if tool.run().is_err() {
        return skip("cargo-deny", "`cargo install --locked cargo-deny` installs it");
    }
    cmd!(sh, "cargo deny --all-features check bans licenses sources").run()?;
    let database = cmd!(sh, "cargo deny fetch db").quiet().ignore_stdout().ignore_stderr();
    if database.run().is_err() {
        // Skipped in CI, too: the machine cannot help it if the database is unreachable.
        println!("skipped advisories: their database cannot be reached from here");
        return Ok(());
    }
    Ok(cmd!(sh, "cargo deny --all-features check --disable-fetch advisories").run()?)
}
