//! One style in all crates: a module is `foo.rs` and not `foo/mod.rs`, derives have one order, and `with_x` is a setter.

use std::fs;

use anyhow::ensure;

use crate::sources::rust_files;
use crate::workspace::Workspace;

/// The order of derives; those of other crates come last.
const ORDER: [&str; 11] =
    ["Clone", "Copy", "Debug", "Default", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Serialize", "Deserialize"];

pub(super) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let mut faults = Vec::new();
    for folder in ["crates", "examples", "tests"] {
        for path in rust_files(&workspace.root.join(folder))? {
            let shown = path.strip_prefix(&workspace.root)?.display().to_string();
            if path.ends_with("mod.rs") {
                faults.push(format!("{shown}: name the module's file for the module"));
            }
            let text = fs::read_to_string(&path)?;
            faults.extend(unordered(&text).map(|derives| format!("{shown}: derive({derives})")));
            faults.extend(not_setters(&text).map(|name| format!("{shown}: with_{name} is no setter")));
        }
    }
    ensure!(faults.is_empty(), "{faults:#?}");
    Ok(())
}

/// The lists of derives that are not in order.
fn unordered(text: &str) -> impl Iterator<Item = &str> {
    let lists = text.split("#[derive(").skip(1).filter_map(|rest| rest.split(')').next());
    lists.filter(|list| !list.split(',').map(|name| place(name.trim())).is_sorted())
}

/// Where a derive stands. What a trailing comma leaves is last, too.
fn place(name: &str) -> usize {
    ORDER.iter().position(|other| *other == name).unwrap_or(ORDER.len())
}

/// The public functions `with_x` that do not take the value that they set something of.
fn not_setters(text: &str) -> impl Iterator<Item = &str> {
    let functions = text.split(concat!("pub fn ", "with_")).skip(1).filter_map(|rest| rest.split_once('('));
    let is_method =
        |arguments: &str| ["self", "mut self", "&"].iter().any(|first| arguments.trim_start().starts_with(first));
    functions.filter(move |(_, arguments)| !is_method(arguments)).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source with one list of derives. It is put together, because the check reads this file as well.
    fn source(list: &str) -> String {
        format!("#[derive({list})]\nstruct A;\n")
    }

    #[test]
    fn derives_out_of_order_are_found() {
        let text = ["Clone, Debug, PartialEq, thiserror::Error", "Debug, Clone", "Eq, PartialEq"].map(source).concat();
        assert_eq!(unordered(&text).collect::<Vec<_>>(), ["Debug, Clone", "Eq, PartialEq"]);
    }

    #[test]
    fn list_on_several_lines_is_read() {
        assert_eq!(unordered(&source("\n    Clone,\n    Copy,\n")).count(), 0);
    }

    #[test]
    fn constructor_named_as_a_setter_is_found() {
        let function = |rest: &str| format!("pub fn {}{rest} {{}}", "with_");
        let text =
            ["code(code: Code)", "scope(mut self, scope: Scope)", "secret(\n    self,\n)"].map(function).concat();
        assert_eq!(not_setters(&text).collect::<Vec<_>>(), ["code"]);
    }
}
