//! Finds a compiler for wasm32 and gives the cargo command that uses it.

use std::fmt;
use std::path::{Path, PathBuf};

use xshell::{Cmd, Shell, cmd};

use crate::workspace::Workspace;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Where Debian's package `rustc-web` puts its compiler, which `rust-web-src` completes.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// A compiler that can build for [`TARGET`].
pub(crate) enum WasmToolchain {
    /// The compiler in use, which has the target's standard library.
    InUse,
    /// Debian's, which builds the standard library from its sources first.
    Debian { linker: PathBuf },
}

impl WasmToolchain {
    /// The compiler in use where it has the target or rustup can add it, else Debian's,
    /// else the reason why there is none.
    pub(crate) fn find(sh: &Shell) -> Result<Self, String> {
        if has_target(sh) || (rustup_adds_target(sh) && has_target(sh)) {
            return Ok(Self::InUse);
        }
        debian(sh).ok_or_else(|| {
            format!(
                "it needs the target {TARGET}: `rustup target add {TARGET}`, or Debian's packages \
                 rustc-web and rust-web-src"
            )
        })
    }

    /// `cargo SUBCOMMAND` for the target; the caller adds the rest.
    pub(crate) fn cargo<'a>(&self, workspace: &'a Workspace, subcommand: &str) -> Cmd<'a> {
        let target_dir = self.target_dir(workspace);
        let command = cmd!(workspace.sh, "cargo {subcommand} --target {TARGET}").arg("--target-dir").arg(target_dir);
        match self {
            Self::InUse => command,
            // It builds the standard library, which a stable compiler does only when told so.
            Self::Debian { linker } => command
                .args(["-Z", "build-std=std,panic_abort"])
                .env("RUSTC", DEBIAN_RUSTC)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker),
        }
    }

    /// Where a build with this profile leaves its output.
    pub(crate) fn output(&self, workspace: &Workspace, profile: &str) -> PathBuf {
        self.target_dir(workspace).join(TARGET).join(profile)
    }

    /// Two compilers in one folder would each undo the other's work.
    fn target_dir(&self, workspace: &Workspace) -> PathBuf {
        match self {
            Self::InUse => workspace.target.clone(),
            Self::Debian { .. } => workspace.target.join("debian"),
        }
    }
}

impl fmt::Display for WasmToolchain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InUse => "the Rust toolchain in use",
            Self::Debian { .. } => "Debian's rustc-web, building its standard library",
        })
    }
}

fn has_target(sh: &Shell) -> bool {
    let libraries = cmd!(sh, "rustc --print target-libdir --target {TARGET}");
    libraries.quiet().ignore_stderr().read().is_ok_and(|folder| Path::new(&folder).is_dir())
}

fn rustup_adds_target(sh: &Shell) -> bool {
    let add = cmd!(sh, "rustup target add {TARGET}");
    add.quiet().ignore_stdout().ignore_stderr().run().is_ok()
}

fn debian(sh: &Shell) -> Option<WasmToolchain> {
    let sysroot = |rustc: &str| {
        let command = cmd!(sh, "{rustc} --print sysroot").quiet().ignore_stderr();
        command.read().ok().map(PathBuf::from)
    };
    let sources = sysroot(DEBIAN_RUSTC)?.join("lib/rustlib/src/rust/library/std");
    // Debian's compiler comes without a linker for wasm32; the toolchain in use has one.
    let host = cmd!(sh, "rustc --print host-tuple").quiet().ignore_stderr().read().ok()?;
    let linker = sysroot("rustc")?.join("lib/rustlib").join(host).join("bin/rust-lld");
    (sources.is_dir() && linker.is_file()).then_some(WasmToolchain::Debian { linker })
}
