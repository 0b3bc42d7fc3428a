//! `cargo xtask ci`: all checks but the tests. CI runs it.

mod circles;
mod core_tree;
mod deny;
mod packages;
mod rust_version;
mod style;

use anyhow::ensure;
use xshell::cmd;

use crate::steps::{Step, run_all};
use crate::wasm_toolchain::WasmToolchain;
use crate::workspace::Workspace;
use crate::{skip::skip, wxapp};

/// The fuzz targets are a workspace of their own: they need another panic strategy.
const FUZZ: &str = "crates/authing-core/fuzz/Cargo.toml";

/// The exports of the module, which no other build compiles.
const FFI: &str = "authing-wxapp/ffi";

/// The libraries that have features.
const WITH_FEATURES: [&str; 3] = ["authing-core", "authing-reqwest", "authing-ureq"];

/// The steps, the cheap ones first.
const STEPS: &[Step] = &[
    Step {
        name: "lock file",
        remedy: "Run `cargo update --workspace` and commit Cargo.lock.",
        run: |workspace| Ok(cmd!(workspace.sh, "cargo fetch --locked").run()?),
    },
    Step {
        name: "format",
        remedy: "Run `cargo fmt --all`.",
        run: |workspace| Ok(cmd!(workspace.sh, "cargo fmt --all --check").run()?),
    },
    Step {
        name: "one Rust version",
        remedy: "Write `rust-version.workspace = true` in the package's manifest, or, in a library's, the version of the other libraries.",
        run: rust_version::check,
    },
    Step {
        name: "no modules that import each other",
        remedy: "Move what both need into a module of its own.",
        run: circles::check,
    },
    Step { name: "one style", remedy: "CONTRIBUTING.md says which, under \"Layout\".", run: style::check },
    Step {
        name: "the core's dependencies",
        remedy: "The core does no I/O and stays small: `cargo tree -p authing-core` shows its tree.",
        run: core_tree::check,
    },
    Step {
        name: "what the packages hold",
        remedy: "A published package carries both licences and its README.",
        run: packages::check,
    },
    Step {
        name: "bans, licences, sources, advisories",
        remedy: "deny.toml says what is allowed, and why.",
        run: deny::check,
    },
    Step {
        name: "lints, with all features and with none",
        remedy: "Mend each warning, or allow it where it stands with a reason.",
        run: lints,
    },
    Step { name: "documentation", remedy: "Mend the link or the page that rustdoc names.", run: documentation },
    Step {
        name: "core and adapter for wasm32",
        remedy: "These crates build where there is no operating system.",
        run: wasm,
    },
    Step { name: "fuzz targets", remedy: "They follow the core's interface; mend them with it.", run: fuzz },
    Step {
        name: "what a call costs, in counts",
        remedy: "Make it cheaper; the budgets stand in tests/counts/src/own.rs and flight.rs.",
        run: counts,
    },
    Step {
        name: "the mini-program package's size",
        remedy: "Make it smaller; its budgets stand in crates/xtask/src/wxapp/report.rs.",
        run: size,
    },
];

pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    run_all(STEPS, workspace)
}

/// Runs the steps whose name holds a word, such as the one that a developer is mending.
pub(crate) fn run_only(word: &str, workspace: &Workspace) -> anyhow::Result<()> {
    let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
    let steps: Vec<_> = STEPS.iter().filter(|step| step.name.contains(word)).copied().collect();
    ensure!(!steps.is_empty(), "no step's name holds `{word}`. The steps are: {names:#?}");
    run_all(&steps, workspace)
}

fn lints(workspace: &Workspace) -> anyhow::Result<()> {
    cmd!(workspace.sh, "cargo clippy --workspace --all-targets --all-features -- -D warnings").run()?;
    // Separately, because in one call Cargo enables for all of them the features that one of them needs of the core.
    for library in WITH_FEATURES {
        cmd!(workspace.sh, "cargo clippy --package {library} --no-default-features -- -D warnings").run()?;
    }
    Ok(())
}

fn documentation(workspace: &Workspace) -> anyhow::Result<()> {
    let doc = cmd!(workspace.sh, "cargo doc --workspace --no-deps");
    Ok(doc.env("RUSTDOCFLAGS", "-D warnings").run()?)
}

fn wasm(workspace: &Workspace) -> anyhow::Result<()> {
    let toolchain = match WasmToolchain::find(&workspace.sh) {
        Ok(toolchain) => toolchain,
        Err(reason) => return skip("the check for wasm32", reason),
    };
    println!("checking with {toolchain}");
    let lints: &[&str] = if toolchain.has_clippy() { &["--", "-D", "warnings"] } else { &[] };
    let check = toolchain.cargo(workspace, if toolchain.has_clippy() { "clippy" } else { "check" });
    Ok(check.args(["--package", "authing-core", "--package", "authing-wxapp", "--features", FFI]).args(lints).run()?)
}

fn fuzz(workspace: &Workspace) -> anyhow::Result<()> {
    if !workspace.has(FUZZ) {
        return Ok(());
    }
    // In the workspace's target folder, where most of what they need is built already.
    let target = &workspace.target;
    Ok(cmd!(workspace.sh, "cargo check --locked --manifest-path {FUZZ} --target-dir {target}").run()?)
}

/// A release build of the core and of a program with few dependencies: the instructions of a debug build say nothing.
fn counts(workspace: &Workspace) -> anyhow::Result<()> {
    Ok(cmd!(workspace.sh, "cargo run --release --package authing-counts").run()?)
}

fn size(workspace: &Workspace) -> anyhow::Result<()> {
    if !workspace.has(wxapp::SCRIPTS) {
        return Ok(());
    }
    if let Err(reason) = WasmToolchain::find(&workspace.sh) {
        return skip("the package's size", reason);
    }
    wxapp::build_and_report(workspace)
}
