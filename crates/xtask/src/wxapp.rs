//! `cargo xtask wxapp`: builds the folder that a mini-program copies in.
//!
//! ```text
//! authing-wxapp ─ cargo ─▸ .wasm ─ wasm-opt ─▸ authing.wasm ─ Brotli ─▸ authing.wasm.br
//! js/authing.js ─ terser ─▸ authing.js        js/*, licences ─ copied
//! ```

mod report;
mod shrink;

use std::path::PathBuf;

use anyhow::{Context, anyhow};

use crate::node;
use crate::skip::skip;
use crate::wasm_toolchain::WasmToolchain;
use crate::workspace::Workspace;

/// The crate that becomes the WebAssembly module.
const CRATE: &str = "authing-wxapp";
/// Small before fast, see the workspace's manifest.
const PROFILE: &str = "wasm-release";
/// The package's other half, copied as it stands but for the minified script.
pub(crate) const SCRIPTS: &str = "crates/authing-wxapp/js";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

const MODULE: &str = "authing.wasm";
const SCRIPT: &str = "authing.js";

/// Where the finished package stands.
pub(crate) fn package(workspace: &Workspace) -> PathBuf {
    workspace.target.join("wxapp/authing")
}

pub(crate) fn build(workspace: &Workspace) -> anyhow::Result<()> {
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
    build(workspace)?;
    report::run(workspace)
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
    for licence in LICENCES {
        workspace.sh.copy_file(licence, &package)?;
    }
    Ok(())
}
