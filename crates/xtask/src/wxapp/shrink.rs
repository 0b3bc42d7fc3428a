//! Makes the package small, with pinned tools from npm so that its size is the same everywhere.

use std::path::PathBuf;

use anyhow::Context;
use xshell::cmd;

use super::{MODULE, SCRIPT, TOOLS, order, package, report};
use crate::node;
use crate::skip::skip;
use crate::workspace::Workspace;

/// What every phone that runs WebAssembly understands, and what a prebuilt standard library assumes beyond it.
const BASELINE: [&str; 2] = ["--mvp-features", "--enable-mutable-globals"];
const COMPILER: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// Rewrites the second into the first, which costs some tens of bytes.
const LOWERING: [&str; 3] =
    ["--llvm-memory-copy-fill-lowering", "--llvm-nontrapping-fptoint-lowering", "--signext-lowering"];

pub(super) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    match node::install(workspace, TOOLS) {
        Ok(()) => {
            optimise_module(workspace)?;
            minify_script(workspace)?;
        }
        Err(error) => skip("wasm-opt and terser", format!("{error:#}"))?,
    }
    let module = package(workspace).join(MODULE);
    report::compress(workspace, &["--write"], &[module])?;
    Ok(())
}

/// A tool that the lock file pins.
fn tool(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.root.join(TOOLS).join("node_modules/.bin").join(name)
}

fn optimise_module(workspace: &Workspace) -> anyhow::Result<()> {
    let wasm_opt = tool(workspace, "wasm-opt");
    let module = package(workspace).join(MODULE);
    cmd!(workspace.sh, "{wasm_opt} {module} --output {module}")
        .args(BASELINE)
        .args(COMPILER)
        .args(LOWERING)
        // The linker exports two globals of its own, which iOS does not support.
        .arg("--remove-exports=__*")
        // Control flow in another shape than LLVM gives it, which the passes after it make more of.
        .args(["--flatten", "--rereloop", "-Oz"])
        // Nothing stands in the first kilobyte: the stack ends there.
        .args(["-Oz", "--converge", "--low-memory-unused", "--strip-producers", "--strip-target-features"])
        // The locals that are used most get the shortest numbers.
        .arg("--reorder-locals")
        .run()
        .context("wasm-opt could not optimise the module")?;
    workspace.sh.write_file(&module, order::ordered(&workspace.sh.read_binary_file(&module)?)?)?;
    // It refuses to read a module that uses more than it is told.
    cmd!(workspace.sh, "{wasm_opt} {module} --quiet")
        .args(BASELINE)
        .run()
        .context("the module needs more than the first version of WebAssembly")
}

fn minify_script(workspace: &Workspace) -> anyhow::Result<()> {
    let terser = tool(workspace, "terser");
    let script = package(workspace).join(SCRIPT);
    cmd!(workspace.sh, "{terser} {script} --output {script}")
        // Each engine that has WebAssembly has ECMAScript 2015.
        .args(["--ecma", "2015", "--compress", "passes=3,unsafe_arrows=true", "--mangle", "--toplevel"])
        .run()
        .context("terser could not minify the script")
}
