//! `--report`: what the package weighs, against its budgets, and how long it takes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use xshell::cmd;

use super::{MODULE, SCRIPT, TOOLS, package};
use crate::node;
use crate::skip::skip;
use crate::workspace::Workspace;

/// The module and the script together, compressed with Brotli and built together with the standard library.
const BROTLI: Limit = Limit { what: "module and script (Brotli)", goal: 48 * 1024, budget: 48_320 };
/// The folder as it is copied: its files as they are, with the module compressed.
const FOLDER: Limit = Limit { what: "the folder as it is copied", goal: 60_000, budget: 60_000 };
/// Prints how long loading the package and logging in take.
const TIMES: &str = "tests/wxapp/bench.mjs";

pub(super) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    if let Some(reason) = node::missing(&workspace.sh) {
        return skip("the package's report", reason);
    }
    let folder = package(workspace);
    let files = [MODULE, SCRIPT].map(|name| folder.join(name));
    let weights = compress(workspace, &[], &files)?;
    print!("{}", table(&weights));
    println!("{}", BROTLI.check(together(&weights).brotli)?);
    println!("{}", FOLDER.check(copied(&folder)?)?);
    times(workspace)
}

/// What something is to weigh one day, and what it may weigh until then (what it weighs, and a little room), in bytes.
struct Limit {
    what: &'static str,
    goal: u64,
    budget: u64,
}

impl Limit {
    /// A line that says how much there is to spare, and how far the goal is. Over the budget it is an error.
    fn check(&self, bytes: u64) -> anyhow::Result<String> {
        let Self { what, goal, budget } = self;
        ensure!(
            bytes <= *budget,
            "{what}: {bytes} bytes, over the budget of {budget}, which is for a toolchain with rust-src"
        );
        let state = match bytes.checked_sub(*goal) {
            Some(over @ 1..) => format!("the goal of {goal} is not reached: {over} over"),
            _ => format!("the goal of {goal} is reached"),
        };
        Ok(format!("{what}: {bytes} bytes, {} below the budget of {budget}; {state}", budget - bytes))
    }
}

/// The sum of what a mini-program copies. The plain module is beside it while the report is made.
fn copied(folder: &Path) -> anyhow::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name() != MODULE {
            sum += entry.metadata()?.len();
        }
    }
    Ok(sum)
}

/// A file's size, plain and compressed, in bytes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Weight {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Compresses each file with Node's zlib and gives their weights.
pub(super) fn compress(workspace: &Workspace, options: &[&str], files: &[PathBuf]) -> anyhow::Result<Vec<Weight>> {
    let script = Path::new(TOOLS).join("compress.mjs");
    let lines = cmd!(workspace.sh, "node {script} {options...} {files...}").quiet().read()?;
    lines.lines().map(parse).collect()
}

fn parse(line: &str) -> anyhow::Result<Weight> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [path, raw, gzip, brotli] = fields[..] else {
        bail!("`{line}` should hold a path and three sizes, with tabs between them");
    };
    let size = |text: &str| text.parse().with_context(|| format!("`{text}` is not a size"));
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
    Ok(Weight { name, raw: size(raw)?, gzip: size(gzip)?, brotli: size(brotli)? })
}

fn table(weights: &[Weight]) -> String {
    let mut table = format!("{:<14}{:>10}{:>10}{:>10}\n", "bytes", "raw", "gzip", "Brotli");
    for Weight { name, raw, gzip, brotli } in weights.iter().chain([&together(weights)]) {
        table = format!("{table}{name:<14}{raw:>10}{gzip:>10}{brotli:>10}\n");
    }
    table
}

fn together(weights: &[Weight]) -> Weight {
    let sum = |size: fn(&Weight) -> u64| weights.iter().map(size).sum();
    Weight {
        name: "together".into(),
        raw: sum(|weight| weight.raw),
        gzip: sum(|weight| weight.gzip),
        brotli: sum(|weight| weight.brotli),
    }
}

fn times(workspace: &Workspace) -> anyhow::Result<()> {
    if !workspace.has(TIMES) {
        return Ok(());
    }
    let package = package(workspace);
    Ok(cmd!(workspace.sh, "node {TIMES}").env("AUTHING_WXAPP", package).run()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(name: &str, brotli: u64) -> Weight {
        Weight { name: name.into(), raw: 900, gzip: 500, brotli }
    }

    #[test]
    fn reads_a_line_of_sizes() {
        let parsed = parse("/some where/authing.js\t900\t500\t400").expect("the line is well formed");
        assert_eq!(parsed, weight("authing.js", 400));
    }

    #[test]
    fn refuses_a_line_that_is_not_sizes() {
        assert!(parse("authing.js\t900\t500").is_err());
        assert!(parse("authing.js\t900\t500\tmany").is_err());
    }

    #[test]
    fn what_is_over_its_budget_is_an_error() {
        let limit = Limit { what: "a thing", goal: 10, budget: 20 };
        assert!(limit.check(21).is_err());
        assert_eq!(
            limit.check(12).expect("it is within the budget"),
            "a thing: 12 bytes, 8 below the budget of 20; the goal of 10 is not reached: 2 over"
        );
        assert!(limit.check(10).expect("it is within the budget").ends_with("the goal of 10 is reached"));
    }

    #[test]
    fn the_budget_is_for_module_and_script_together() {
        assert_eq!(together(&[weight("a", 400), weight("b", 30)]).brotli, 430);
    }

    #[test]
    fn the_folder_is_copied_without_the_plain_module() {
        let shell = xshell::Shell::new().expect("there is a working directory");
        let folder = shell.create_temp_dir().expect("a folder can be made");
        for (name, bytes) in [(MODULE, 900), ("authing.wasm.br", 400), (SCRIPT, 30)] {
            shell.write_file(folder.path().join(name), vec![0; bytes]).expect("a file can be written");
        }
        assert_eq!(copied(folder.path()).expect("the folder can be read"), 430);
    }

    #[test]
    fn the_table_ends_in_the_sum() {
        let table = table(&[weight("authing.wasm", 400), weight("authing.js", 30)]);
        let last = table.lines().last().map(|line| line.split_whitespace().collect::<Vec<_>>());
        assert_eq!(last, Some(vec!["together", "1800", "1000", "430"]));
    }
}
