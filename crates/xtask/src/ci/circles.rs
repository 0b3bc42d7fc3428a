//! No two modules of a crate import each other: file by file.

mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, ensure};

use self::imports::{Module, resolve};
use crate::sources::rust_files;
use crate::workspace::Workspace;

/// The modules of a crate by their paths below its root.
type Modules = BTreeMap<Vec<String>, Module>;

/// Which module imports which.
type Imports = BTreeMap<Vec<String>, BTreeSet<Vec<String>>>;

pub(super) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let mut found = Vec::new();
    for entry in fs::read_dir(workspace.root.join("crates"))? {
        let folder = entry?.path();
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = folder.join("src");
        if source.is_dir() {
            let imports = imports(&modules(&source)?);
            found.extend(pairs(&imports).into_iter().map(|pair| format!("{name}: {}", drawn(pair))));
        }
    }
    ensure!(found.is_empty(), "modules that import each other:\n{found:#?}");
    Ok(())
}

fn modules(source: &Path) -> anyhow::Result<Modules> {
    let mut modules = Modules::new();
    for file in rust_files(source)? {
        let path = module_path(file.strip_prefix(source)?);
        let text = fs::read_to_string(&file)?;
        let module = Module::parse(&path, &text).with_context(|| file.display().to_string())?;
        modules.insert(path, module);
    }
    Ok(modules)
}

/// `a/b.rs` and `a/b/mod.rs` are the module `a::b`; the roots of a crate are the empty path.
fn module_path(file: &Path) -> Vec<String> {
    let names = file.with_extension("");
    let mut path: Vec<String> = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    if matches!(path.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        path.pop();
    }
    path
}

/// The root may import any module, because each module is found through it.
fn imports(modules: &Modules) -> Imports {
    let mut imports = Imports::new();
    for (path, module) in modules.iter().filter(|(path, _)| !path.is_empty()) {
        let targets = module.imports.iter().map(|import| resolve(modules, import));
        let targets = targets.filter(|target| target != path && !target.is_empty()).collect();
        imports.insert(path.clone(), targets);
    }
    imports
}

/// The pairs of modules that import each other.
fn pairs(imports: &Imports) -> Vec<[&Vec<String>; 2]> {
    let all = imports.iter().flat_map(|(path, targets)| targets.iter().map(move |target| [path, target]));
    let back = |[path, target]: &[&Vec<String>; 2]| imports.get(*target).is_some_and(|back| back.contains(*path));
    all.filter(|pair| pair[0] < pair[1] && back(pair)).collect()
}

fn drawn([one, other]: [&Vec<String>; 2]) -> String {
    format!("{} <-> {}", one.join("::"), other.join("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crate_of(files: &[(&str, &str)]) -> Modules {
        let module = |(file, text): &(&str, &str)| {
            let path = module_path(Path::new(file));
            let module = Module::parse(&path, text).unwrap();
            (path, module)
        };
        files.iter().map(module).collect()
    }

    fn circles(files: &[(&str, &str)]) -> Vec<String> {
        pairs(&imports(&crate_of(files))).into_iter().map(drawn).collect()
    }

    #[test]
    fn modules_that_import_each_other_are_found() {
        let files = [("lib.rs", ""), ("a.rs", "use crate::b::B;"), ("b.rs", "use crate::a::A;")];
        assert_eq!(circles(&files), ["a <-> b"]);
        let by_path = [("a.rs", "use super::b;"), ("b.rs", "fn f() { crate::a::g() }")];
        assert_eq!(circles(&by_path), ["a <-> b"]);
    }

    #[test]
    fn re_export_is_followed_to_the_module_that_has_the_item() {
        let files = [
            ("lib.rs", "pub use self::a::A;"),
            ("a.rs", "mod part; pub use self::part::A;"),
            ("a/part.rs", "use crate::b::B;"),
            ("b.rs", "use crate::A;"),
        ];
        assert_eq!(circles(&files), ["a::part <-> b"]);
    }

    #[test]
    fn child_may_import_from_its_parent() {
        let files = [("a.rs", "mod part; pub use self::part::Part; pub struct A;"), ("a/part.rs", "use super::A;")];
        assert_eq!(circles(&files), [""; 0]);
    }
}
