//! The project's own tasks, run as `cargo xtask TASK`.
#![forbid(unsafe_code)]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a task reports to the person who runs it")]

mod ci;
mod node;
mod semver;
mod skip;
mod sources;
mod steps;
mod test;
mod wasm_toolchain;
mod workspace;
mod wxapp;

use std::process::ExitCode;

use anyhow::bail;

use crate::workspace::Workspace;

const USAGE: &str = "\
cargo xtask test             every test: Rust, documentation, Node where it is installed
cargo xtask ci               every other check: format, lints, docs, dependencies, sizes
cargo xtask ci WORD          the checks whose name holds a word: `cargo xtask ci import`
cargo xtask wxapp            build the mini-program package into target/wxapp/authing
cargo xtask wxapp --plain    the same, with the uncompressed module beside the compressed one
cargo xtask wxapp --report   the same, then its sizes and times against their budget
cargo xtask semver           compare the public interfaces with the last release";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // The whole chain of reasons. A backtrace of this program would tell nothing.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let task: fn(&Workspace) -> anyhow::Result<()> = match arguments[..] {
        ["test"] => test::run,
        ["ci"] => ci::run,
        ["ci", word] => return ci::run_only(word, &Workspace::open()?),
        ["wxapp"] => wxapp::build,
        ["wxapp", "--plain"] => wxapp::build_plain,
        ["wxapp", "--report"] => wxapp::build_and_report,
        ["semver"] => semver::run,
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            return Ok(());
        }
        _ => bail!("`{}` is not a task. The tasks are:\n{USAGE}", arguments.join(" ")),
    };
    task(&Workspace::open()?)
}
