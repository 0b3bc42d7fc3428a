//! Runs named steps in order, times each, and stops at the first that fails.

use std::time::{Duration, Instant};

use anyhow::Context;

use crate::workspace::Workspace;

/// One named piece of a task.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    /// What to do where it fails.
    pub(crate) remedy: &'static str,
    pub(crate) run: fn(&Workspace) -> anyhow::Result<()>,
}

/// Runs every step; the error of the first that fails names it and its remedy.
pub(crate) fn run_all(steps: &[Step], workspace: &Workspace) -> anyhow::Result<()> {
    let mut summary = String::new();
    for (index, step) in steps.iter().enumerate() {
        println!("\n== {} of {}: {}", index + 1, steps.len(), step.name);
        let started = Instant::now();
        (step.run)(workspace).with_context(|| format!("`{}` failed. {}", step.name, step.remedy))?;
        let line = line(step.name, started.elapsed());
        println!("-- {line}");
        summary = format!("{summary}\n  {line}");
    }
    println!("\nAll {} steps passed:{summary}", steps.len());
    Ok(())
}

fn line(name: &str, took: Duration) -> String {
    format!("{:>6.1} s  {name}", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn fail(_: &Workspace) -> anyhow::Result<()> {
        bail!("the reason")
    }

    fn never(_: &Workspace) -> anyhow::Result<()> {
        panic!("a step ran after one that failed")
    }

    #[test]
    fn the_first_failure_ends_the_run_and_is_named_with_its_remedy() {
        let steps = [
            Step { name: "first", remedy: "", run: |_| Ok(()) },
            Step { name: "second", remedy: "Mend it.", run: fail },
            Step { name: "third", remedy: "", run: never },
        ];
        let workspace = Workspace::open().expect("the tests run inside the workspace");
        let error = run_all(&steps, &workspace).expect_err("the second step fails");
        assert_eq!(format!("{error:#}"), "`second` failed. Mend it.: the reason");
    }

    #[test]
    fn times_line_up() {
        assert_eq!(line("lints", Duration::from_millis(61_240)), "  61.2 s  lints");
    }
}
