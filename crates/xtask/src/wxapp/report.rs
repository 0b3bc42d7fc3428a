//! `--report`: what the package weighs, against its budget, and how long it takes.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use xshell::cmd;

use super::{MODULE, SCRIPT, TOOLS, package};
use crate::node;
use crate::skip::skip;
use crate::workspace::Workspace;

/// What the module and the script are to weigh together one day, compressed with Brotli, in bytes.
const GOAL: u64 = 48 * 1024;
/// What they may weigh until then, built together with the standard library: what they weigh, and a little room.
const BUDGET: u64 = 64_900;
/// Prints how long loading the package and logging in take.
const TIMES: &str = "tests/wxapp/bench.mjs";

pub(super) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    if let Some(reason) = node::missing(&workspace.sh) {
        return skip("the package's report", reason);
    }
    let files = [MODULE, SCRIPT].map(|name| package(workspace).join(name));
    let weights = compress(workspace, &[], &files)?;
    print!("{}", table(&weights));
    within_budget(&weights)?;
    times(workspace)
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

fn within_budget(weights: &[Weight]) -> anyhow::Result<()> {
    let brotli = together(weights).brotli;
    ensure!(
        brotli <= BUDGET,
        "the package weighs {brotli} bytes (Brotli), over its budget of {BUDGET}, which is for a toolchain with rust-src"
    );
    println!("within its budget of {BUDGET} bytes (Brotli), {} to spare", BUDGET - brotli);
    if let Some(over @ 1..) = brotli.checked_sub(GOAL) {
        println!("its goal of {GOAL} bytes is not reached: {over} over");
    }
    Ok(())
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
    fn the_budget_is_for_all_files_together() {
        assert!(within_budget(&[weight("a", BUDGET - 1), weight("b", 1)]).is_ok());
        assert!(within_budget(&[weight("a", BUDGET), weight("b", 1)]).is_err());
    }

    #[test]
    fn the_table_ends_in_the_sum() {
        let table = table(&[weight("authing.wasm", 400), weight("authing.js", 30)]);
        let last = table.lines().last().map(|line| line.split_whitespace().collect::<Vec<_>>());
        assert_eq!(last, Some(vec!["together", "1800", "1000", "430"]));
    }
}
