//! No modules of a crate import each other, file by file: neither two, nor several in a circle.

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

/// The imports that may close a circle: crate, module, the module that it imports.
///
/// An operation writes its arguments, and arguments have the ids, secrets and keys of the client's context. The contexts hold values
/// that operations have fetched, such as a provider's keys.
const MAY_CLOSE: &[(&str, &str, &str)] = &[("authing-core", "wire::arguments", "call_context")];

pub(super) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let mut found = Vec::new();
    for entry in fs::read_dir(workspace.root.join("crates"))? {
        let folder = entry?.path();
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = folder.join("src");
        if source.is_dir() {
            let mut imports = imports(&modules(&source)?);
            for (_, from, to) in MAY_CLOSE.iter().filter(|(package, ..)| *package == name) {
                ensure!(ignore(&mut imports, from, to), "{name}: {from} does not import {to}: remove the exception");
            }
            let circles = circles(&imports);
            found.extend(circles.into_iter().map(|circle| format!("{name}: {circle}")));
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

/// Takes an import out, unless the two modules import each other. Returns whether it was there.
fn ignore(imports: &mut Imports, from: &str, to: &str) -> bool {
    let [from, to] = [from, to].map(|path| path.split("::").map(str::to_owned).collect::<Vec<_>>());
    if imports.get(&to).is_some_and(|targets| targets.contains(&from)) {
        return true;
    }
    imports.get_mut(&from).is_some_and(|targets| targets.remove(&to))
}

/// The circles, each as its imports: `a -> b, b -> c, c -> a`.
fn circles(imports: &Imports) -> Vec<String> {
    let reached: BTreeMap<_, _> = imports.keys().map(|path| (path, reached_from(path, imports))).collect();
    let mut circles: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for (path, targets) in imports {
        let leads_back = |target: &&Vec<String>| reached.get(target).is_some_and(|reached| reached.contains(path));
        for target in targets.iter().filter(leads_back) {
            // The modules of a circle reach the same modules, and those of two circles do not.
            let arrow = format!("{} -> {}", path.join("::"), target.join("::"));
            circles.entry(&reached[path]).or_default().push(arrow);
        }
    }
    circles.into_values().map(|arrows| arrows.join(", ")).collect()
}

/// The modules that a module imports, and those that they import, and so on.
fn reached_from<'a>(path: &Vec<String>, imports: &'a Imports) -> BTreeSet<&'a Vec<String>> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<_> = imports.get(path).into_iter().flatten().collect();
    while let Some(target) = next.pop() {
        if reached.insert(target) {
            next.extend(imports.get(target).into_iter().flatten());
        }
    }
    reached
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

    fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
        circles(&imports(&crate_of(files)))
    }

    #[test]
    fn modules_that_import_each_other_are_found() {
        let files = [("lib.rs", ""), ("a.rs", "use crate::b::B;"), ("b.rs", "use crate::a::A;")];
        assert_eq!(circles_of(&files), ["a -> b, b -> a"]);
        let by_path = [("a.rs", "use super::b;"), ("b.rs", "fn f() { crate::a::g() }")];
        assert_eq!(circles_of(&by_path), ["a -> b, b -> a"]);
    }

    #[test]
    fn circle_of_three_modules_is_found() {
        let three = [("a.rs", "use crate::b::B;"), ("b.rs", "use crate::c::C;"), ("c.rs", "use crate::a::A;")];
        assert_eq!(circles_of(&three), ["a -> b, b -> c, c -> a"]);
        let line = [("a.rs", "use crate::b::B; use crate::c::C;"), ("b.rs", "use crate::c::C;"), ("c.rs", "")];
        assert_eq!(circles_of(&line), [""; 0]);
    }

    #[test]
    fn exception_opens_a_circle_of_three_but_no_pair() {
        let opened = |files: &[(&str, &str)]| {
            let mut imports = imports(&crate_of(files));
            assert!(ignore(&mut imports, "a", "b"));
            circles(&imports)
        };
        let three = [("a.rs", "use crate::b::B;"), ("b.rs", "use crate::c::C;"), ("c.rs", "use crate::a::A;")];
        assert_eq!(opened(&three), [""; 0]);
        let pair = [("a.rs", "use crate::b::B;"), ("b.rs", "use crate::a::A;")];
        assert_eq!(opened(&pair), ["a -> b, b -> a"]);
    }

    #[test]
    fn two_circles_stay_two() {
        let files = [
            ("a.rs", "use crate::b::B;"),
            ("b.rs", "use crate::a::A; use crate::c::C;"),
            ("c.rs", "use crate::d::D;"),
            ("d.rs", "use crate::c::C;"),
        ];
        assert_eq!(circles_of(&files), ["a -> b, b -> a", "c -> d, d -> c"]);
    }

    #[test]
    fn re_export_is_followed_to_the_module_that_has_the_item() {
        let files = [
            ("lib.rs", "pub use self::a::A;"),
            ("a.rs", "mod part; pub use self::part::A;"),
            ("a/part.rs", "use crate::b::B;"),
            ("b.rs", "use crate::A;"),
        ];
        assert_eq!(circles_of(&files), ["a::part -> b, b -> a::part"]);
    }

    #[test]
    fn child_may_import_from_its_parent() {
        let files = [("a.rs", "mod part; pub use self::part::Part; pub struct A;"), ("a/part.rs", "use super::A;")];
        assert_eq!(circles_of(&files), [""; 0]);
    }
}
