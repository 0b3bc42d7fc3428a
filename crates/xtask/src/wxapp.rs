//! `cargo xtask wxapp`: builds the folder that a mini-program copies in.
//!
//! ```text
//! authing-wxapp ─ cargo ─▸ .wasm ─ wasm-opt, Brotli ─▸ authing.wasm.br
//! js/src/*.js ─ joined, terser ─▸ authing.js        js/authing.d.ts ─ without layout        js/*, a licence ─ copied
//! ```
//!
//! `--plain` adds the plain module, which is three times as large. A base library that cannot read Brotli is older than those that the
//! package supports.

mod order;
mod report;
mod shrink;
mod typings;

use std::path::PathBuf;

use anyhow::{Context, anyhow, ensure};

use crate::node;
use crate::skip::skip;
use crate::wasm_toolchain::WasmToolchain;
use crate::workspace::Workspace;

/// The crate that becomes the WebAssembly module.
const CRATE: &str = "authing-wxapp";
/// Small before fast, see the workspace's manifest.
const PROFILE: &str = "wasm-release";
/// The package's other half: what is copied, and in `src` what the script is joined of. `index.js` is what the developer tools look for
/// after they have built npm.
pub(crate) const SCRIPTS: &str = "crates/authing-wxapp/js";
/// The parts of the script, each before those that need it while the script starts.
const PARTS: [&str; 11] =
    ["messages", "errors", "text", "wx", "storage", "places", "memory", "module", "call", "options", "authing"];
/// One of the two suffices to pass the package on; the other is ten times as long.
const LICENCE: &str = "LICENSE-MIT";

/// The folder whose lock file pins the tools.
const TOOLS: &str = "crates/xtask/node";

const MODULE: &str = "authing.wasm";
const SCRIPT: &str = "authing.js";
const TYPINGS: &str = "authing.d.ts";

/// Where the finished package stands.
pub(crate) fn package(workspace: &Workspace) -> PathBuf {
    workspace.target.join("wxapp/authing")
}

pub(crate) fn build(workspace: &Workspace) -> anyhow::Result<()> {
    build_plain(workspace)?;
    remove_plain(workspace)
}

fn remove_plain(workspace: &Workspace) -> anyhow::Result<()> {
    let module = package(workspace).join(MODULE);
    if module.with_extension("wasm.br").is_file() {
        workspace.sh.remove_path(module)?;
    }
    Ok(())
}

/// The package with the plain module beside the compressed one.
pub(crate) fn build_plain(workspace: &Workspace) -> anyhow::Result<()> {
    let package = package(workspace);
    workspace.sh.remove_path(&package)?;
    workspace.sh.create_dir(&package)?;
    compile(workspace)?;
    copy_scripts(workspace)?;
    match node::missing(&workspace.sh) {
        None => shrink::run(workspace)?,
        Some(reason) => skip("optimising and compressing the package", reason)?,
    }
    println!("the package is in {}", package.display());
    Ok(())
}

pub(crate) fn build_and_report(workspace: &Workspace) -> anyhow::Result<()> {
    build_plain(workspace)?;
    let within_budget = report::run(workspace);
    remove_plain(workspace)?;
    within_budget
}

fn compile(workspace: &Workspace) -> anyhow::Result<()> {
    let toolchain = WasmToolchain::find(&workspace.sh)
        .map_err(|reason| anyhow!("the WebAssembly module was not built: {reason}"))?;
    println!("compiling {CRATE} with {toolchain}");
    toolchain
        .cargo(workspace, "rustc")
        .args(["--package", CRATE, "--features", "ffi"])
        .args(["--lib", "--crate-type", "cdylib", "--profile", PROFILE])
        .run()
        .with_context(|| format!("{CRATE} does not compile to WebAssembly"))?;
    let built = toolchain.output(workspace, PROFILE).join(CRATE.replace('-', "_"));
    workspace.sh.copy_file(built.with_extension("wasm"), package(workspace).join(MODULE))?;
    Ok(())
}

fn copy_scripts(workspace: &Workspace) -> anyhow::Result<()> {
    let package = package(workspace);
    for file in workspace.sh.read_dir(SCRIPTS)? {
        if file.is_file() {
            workspace.sh.copy_file(file, &package)?;
        }
    }
    workspace.sh.write_file(package.join(SCRIPT), script(workspace)?)?;
    let typings = workspace.sh.read_file(format!("{SCRIPTS}/{TYPINGS}"))?;
    workspace.sh.write_file(package.join(TYPINGS), typings::without_layout(&typings))?;
    workspace.sh.copy_file(LICENCE, &package)?;
    Ok(())
}

/// The parts, joined: they share one scope.
fn script(workspace: &Workspace) -> anyhow::Result<String> {
    let files = workspace.sh.read_dir(format!("{SCRIPTS}/src"))?;
    ensure!(
        files.len() == PARTS.len(),
        "{SCRIPTS}/src has {} files, and the script has {} parts",
        files.len(),
        PARTS.len()
    );
    let read = |part| workspace.sh.read_file(format!("{SCRIPTS}/src/{part}.js")).map_err(Into::into);
    PARTS.into_iter().map(read).collect()
}
