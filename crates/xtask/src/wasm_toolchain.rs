//! Finds a compiler for wasm32 and gives the cargo command that uses it.
//!
//! The standard library is built together with the package if its sources are installed. It is then built without the texts of its
//! panics, which are a tenth of the package and which a mini-program does not show.

use std::fmt;
use std::path::{Path, PathBuf};

use xshell::{Cmd, Shell, cmd};

use crate::workspace::Workspace;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Where Debian's package `rustc-web` puts its compiler; the sources are in `rust-web-src`.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// Where the sources stand, in a compiler's folder.
const SOURCES: &str = "lib/rustlib/src/rust/library/std";

/// A panic is a trap, without a text and without its place, and nothing is written for `Debug`. The instructions are those that
/// every phone knows, so that memory is copied by the library's loop and not by a slower one that takes the place of a newer
/// instruction.
const RUSTFLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none \
                         -Ctarget-cpu=mvp -Ctarget-feature=+mutable-globals";
/// A value of several words is moved by a call of `memcpy`, which is shorter than a load and a store for each word.
const SHORT_MOVES: &str = "-Cllvm-args=-max-store-memcpy=1";
const BUILD_STD: [&str; 4] = ["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"];

/// A compiler that can build for [`TARGET`].
pub(crate) enum WasmToolchain {
    /// The compiler in use, with the sources of its standard library.
    InUse,
    /// Debian's, with its sources, and the linker of the compiler in use: it comes without one for wasm32.
    Debian { linker: PathBuf },
    /// The compiler in use, with a standard library that was built for the target beforehand.
    Prebuilt,
}

impl WasmToolchain {
    /// The first that is there or that rustup can add, else the reason why there is none.
    pub(crate) fn find(sh: &Shell) -> Result<Self, String> {
        if has_sources(sh, "rustc") || (rustup(sh, &["component", "add", "rust-src"]) && has_sources(sh, "rustc")) {
            return Ok(Self::InUse);
        }
        if let Some(debian) = debian(sh) {
            return Ok(debian);
        }
        if has_target(sh) || (rustup(sh, &["target", "add", TARGET]) && has_target(sh)) {
            return Ok(Self::Prebuilt);
        }
        Err("it needs `rustup component add rust-src`, or Debian's packages rustc-web and rust-web-src".to_owned())
    }

    /// `cargo SUBCOMMAND` for the target; the caller adds the rest.
    pub(crate) fn cargo<'a>(&self, workspace: &'a Workspace, subcommand: &str) -> Cmd<'a> {
        let target_dir = self.target_dir(workspace);
        let command = cmd!(workspace.sh, "cargo {subcommand} --target {TARGET}").arg("--target-dir").arg(target_dir);
        let build_std = |command: Cmd<'a>| {
            // A stable compiler builds its standard library only when told so.
            let flags = [RUSTFLAGS, short_moves(&workspace.sh, self.rustc())].join(" ");
            command.args(BUILD_STD).env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", flags)
        };
        match self {
            Self::Prebuilt => command,
            Self::InUse => build_std(command),
            Self::Debian { linker } => {
                build_std(command).env("RUSTC", self.rustc()).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
            }
        }
    }

    fn rustc(&self) -> &'static str {
        match self {
            Self::Debian { .. } => DEBIAN_RUSTC,
            Self::InUse | Self::Prebuilt => "rustc",
        }
    }

    /// Debian's compiler and the clippy of the compiler in use are of two versions.
    pub(crate) fn has_clippy(&self) -> bool {
        !matches!(self, Self::Debian { .. })
    }

    /// Where a build with this profile leaves its output.
    pub(crate) fn output(&self, workspace: &Workspace, profile: &str) -> PathBuf {
        self.target_dir(workspace).join(TARGET).join(profile)
    }

    /// Two compilers in one folder would each undo the other's work.
    fn target_dir(&self, workspace: &Workspace) -> PathBuf {
        workspace.target.join(match self {
            Self::InUse => "wasm",
            Self::Debian { .. } => "wasm-debian",
            Self::Prebuilt => "wasm-prebuilt",
        })
    }
}

impl fmt::Display for WasmToolchain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InUse => "the Rust toolchain in use, building its standard library",
            Self::Debian { .. } => "Debian's rustc-web, building its standard library",
            Self::Prebuilt => "the Rust toolchain in use; with its component rust-src the package would be smaller",
        })
    }
}

fn rustup(sh: &Shell, arguments: &[&str]) -> bool {
    cmd!(sh, "rustup {arguments...}").quiet().ignore_stdout().ignore_stderr().run().is_ok()
}

fn sysroot(sh: &Shell, rustc: &str) -> Option<PathBuf> {
    cmd!(sh, "{rustc} --print sysroot").quiet().ignore_stderr().read().ok().map(PathBuf::from)
}

fn has_sources(sh: &Shell, rustc: &str) -> bool {
    sysroot(sh, rustc).is_some_and(|sysroot| sysroot.join(SOURCES).is_dir())
}

/// Older versions of LLVM do not know the option, and stop at it.
fn short_moves(sh: &Shell, rustc: &str) -> &'static str {
    let is_known = cmd!(sh, "{rustc} {SHORT_MOVES} --print cfg").quiet().ignore_stdout().ignore_stderr().run().is_ok();
    if is_known { SHORT_MOVES } else { "" }
}

fn has_target(sh: &Shell) -> bool {
    let libraries = cmd!(sh, "rustc --print target-libdir --target {TARGET}");
    libraries.quiet().ignore_stderr().read().is_ok_and(|folder| Path::new(&folder).is_dir())
}

fn debian(sh: &Shell) -> Option<WasmToolchain> {
    if !has_sources(sh, DEBIAN_RUSTC) {
        return None;
    }
    let host = cmd!(sh, "rustc --print host-tuple").quiet().ignore_stderr().read().ok()?;
    let linker = sysroot(sh, "rustc")?.join("lib/rustlib").join(host).join("bin/rust-lld");
    linker.is_file().then_some(WasmToolchain::Debian { linker })
}
