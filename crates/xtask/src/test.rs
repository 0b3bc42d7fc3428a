//! `cargo xtask test`: every test that this machine can run.

use std::path::PathBuf;

use xshell::cmd;

use crate::steps::{Step, run_all};
use crate::wasm_toolchain::WasmToolchain;
use crate::workspace::Workspace;
use crate::{node, skip::skip, wxapp};

const WXAPP_TESTS: &str = "tests/wxapp";
const PUBLISHED_TESTS: &str = "tests/published";
const PROVIDER_TESTS: &str = "tests/provider";
const PAGE_TESTS: &str = "tests/page";
/// The names of the browser's program.
const CHROMIUM: &str = "chromium";

const STEPS: &[Step] = &[
    Step { name: "Rust and documentation tests", remedy: "The failing tests are listed above.", run: rust },
    Step {
        name: "features of the transports and of their libraries",
        remedy: "A transport's feature selects the certificate authorities; a library's feature adds nothing to a request. See tests/system-roots.",
        run: features,
    },
    Step {
        name: "the mini-program package in a strict host",
        remedy: "The package is built by `cargo xtask wxapp`; its tests are in tests/wxapp.",
        run: wxapp,
    },
    Step {
        name: "published JavaScript clients against the emulator",
        remedy: "The emulator answers otherwise than the service that these clients were written for.",
        run: published,
    },
    Step {
        name: "the client against a certified provider",
        remedy: "The client follows the emulator instead of the standard; the provider is npm's `oidc-provider`.",
        run: provider,
    },
    Step {
        name: "the emulator's pages and examples/axum_login in a headless Chromium",
        remedy: "The pages are in crates/authing-emulator/src/page and src/oidc; their tests are in tests/page.",
        run: page,
    },
];

pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    run_all(STEPS, workspace)
}

fn rust(workspace: &Workspace) -> anyhow::Result<()> {
    Ok(cmd!(workspace.sh, "cargo test --workspace").run()?)
}

/// A feature is a feature of all that is built with it, so each has a run of its own.
fn features(workspace: &Workspace) -> anyhow::Result<()> {
    let test = |feature| cmd!(workspace.sh, "cargo test --package authing-system-roots --features {feature}").run();
    test("libraries")?;
    test("platform-roots")?;
    if !cfg!(target_os = "linux") || cmd!(workspace.sh, "pkg-config --exists openssl").quiet().run().is_ok() {
        return Ok(test("native-tls")?);
    }
    skip("the tests of `native-tls`", "it needs OpenSSL's headers and pkg-config: Debian's libssl-dev and pkg-config")
}

fn wxapp(workspace: &Workspace) -> anyhow::Result<()> {
    if !workspace.has(WXAPP_TESTS) {
        return Ok(());
    }
    let what = "the strict host's tests";
    if let Some(reason) = node::missing(&workspace.sh) {
        return skip(what, reason);
    }
    if let Err(reason) = WasmToolchain::find(&workspace.sh) {
        return skip(what, reason);
    }
    if let Err(error) = node::install(workspace, WXAPP_TESTS) {
        return skip(what, format!("{error:#}"));
    }
    wxapp::build(workspace)?;
    node_tests(workspace, WXAPP_TESTS)
}

fn published(workspace: &Workspace) -> anyhow::Result<()> {
    in_node(workspace, "the published SDK's tests", PUBLISHED_TESTS)
}

fn provider(workspace: &Workspace) -> anyhow::Result<()> {
    in_node(workspace, "the tests with another provider", PROVIDER_TESTS)
}

/// Tests that need Node and nothing else.
fn in_node(workspace: &Workspace, what: &str, folder: &str) -> anyhow::Result<()> {
    if !workspace.has(folder) {
        return Ok(());
    }
    if let Some(reason) = node::missing(&workspace.sh) {
        return skip(what, reason);
    }
    if let Err(error) = node::install(workspace, folder) {
        return skip(what, format!("{error:#}"));
    }
    node_tests(workspace, folder)
}

fn page(workspace: &Workspace) -> anyhow::Result<()> {
    let what = "the page's tests";
    let Some(browser) = program(CHROMIUM) else {
        return skip(what, format!("they need `{CHROMIUM}`, and it was not found"));
    };
    let _browser = workspace.sh.push_env("CHROMIUM", browser);
    in_node(workspace, what, PAGE_TESTS)
}

/// The path of a program, if it is installed.
fn program(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Each folder says in its `package.json` how its tests run. They find the programs and the package by the environment, wherever
/// cargo built them.
fn node_tests(workspace: &Workspace, folder: &str) -> anyhow::Result<()> {
    build_programs(workspace)?;
    cmd!(workspace.sh, "npm test --prefix {folder}")
        .env("AUTHING_EMULATOR", built(workspace, "authing-emulator"))
        .env("AUTHING_AXUM_LOGIN", built(workspace, "examples/axum_login"))
        .env("AUTHING_RELYING_PARTY", built(workspace, "examples/relying_party"))
        .env("AUTHING_WXAPP", wxapp::package(workspace))
        .run()?;
    Ok(())
}

fn build_programs(workspace: &Workspace) -> anyhow::Result<()> {
    // With the tests, so that they share their build: alone, their dependencies would have fewer features and be compiled again.
    let build = cmd!(workspace.sh, "cargo build --workspace --tests --bin authing-emulator");
    Ok(build.args(["--example", "axum_login", "--example", "relying_party"]).quiet().run()?)
}

fn built(workspace: &Workspace, program: &str) -> PathBuf {
    workspace.target.join("debug").join(program).with_extension(std::env::consts::EXE_EXTENSION)
}
