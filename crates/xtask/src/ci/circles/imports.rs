//! The imports and re-exports of a module, from its syntax.

use std::collections::BTreeMap;

use syn::visit::{Visit, visit_path};
use syn::{Item, ItemMod, ItemUse, UseTree, Visibility};

/// A module: the paths that it imports, and the names that it re-exports, with their paths. All paths begin at the crate's root.
pub(super) struct Module {
    pub(super) imports: Vec<Vec<String>>,
    exports: BTreeMap<String, Vec<String>>,
}

impl Module {
    pub(super) fn parse(path: &[String], text: &str) -> syn::Result<Self> {
        let file = syn::parse_file(text)?;
        let mut module = Self { imports: Vec::new(), exports: BTreeMap::new() };
        for item in &file.items {
            if let Item::Use(item) = item {
                module.add(path, item);
            }
        }
        let mut paths = Paths { path, found: Vec::new() };
        paths.visit_file(&file);
        module.imports.append(&mut paths.found);
        Ok(module)
    }

    /// Adds a `use`. A re-export of a module's own child is not an import.
    fn add(&mut self, path: &[String], item: &ItemUse) {
        let is_passed_on = !matches!(item.vis, Visibility::Inherited);
        for (name, import) in names(&item.tree, &[]) {
            let Some(import) = from_root(path, &import) else { continue };
            let is_within = import.starts_with(path);
            if is_passed_on {
                self.exports.insert(name, import.clone());
            }
            if !(is_passed_on && is_within) {
                self.imports.push(import);
            }
        }
    }
}

/// The module in which the item of a path is defined: re-exports are followed.
pub(super) fn resolve(modules: &BTreeMap<Vec<String>, Module>, path: &[String]) -> Vec<String> {
    let mut path = path.to_vec();
    // A re-export of a re-export, and so on: sixteen are more than any crate has.
    for _ in 0..16 {
        let length = (0..=path.len()).rev().find(|&length| modules.contains_key(&path[..length])).unwrap_or(0);
        let (module, rest) = path.split_at(length);
        let export = rest.first().and_then(|name| modules.get(module)?.exports.get(name));
        match export {
            Some(export) => path = [export.as_slice(), &rest[1..]].concat(),
            None => return module.to_vec(),
        }
    }
    path
}

/// Every path of a `use`, and the name under which it is known.
fn names(tree: &UseTree, before: &[String]) -> Vec<(String, Vec<String>)> {
    let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
    match tree {
        UseTree::Path(path) => names(&path.tree, &with(&path.ident)),
        UseTree::Name(name) if name.ident == "self" => {
            vec![(before.last().cloned().unwrap_or_default(), before.to_vec())]
        }
        UseTree::Name(name) => vec![(name.ident.to_string(), with(&name.ident))],
        UseTree::Rename(rename) => vec![(rename.rename.to_string(), with(&rename.ident))],
        UseTree::Glob(_) => vec![("*".to_owned(), before.to_vec())],
        UseTree::Group(group) => group.items.iter().flat_map(|tree| names(tree, before)).collect(),
    }
}

/// A path of the crate, from its root; that of another crate is none.
fn from_root(module: &[String], path: &[String]) -> Option<Vec<String>> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some([module, rest].concat()),
        "super" => {
            let supers = path.iter().take_while(|name| *name == "super").count();
            let parent = module.get(..module.len().checked_sub(supers)?)?;
            Some([parent, &path[supers..]].concat())
        }
        _ => None,
    }
}

/// The paths that stand in a module's code: `crate::a::f()`.
struct Paths<'a> {
    path: &'a [String],
    found: Vec<Vec<String>>,
}

impl<'ast> Visit<'ast> for Paths<'_> {
    /// A module within the file has another `super`; the tests are not the crate.
    fn visit_item_mod(&mut self, _module: &'ast ItemMod) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names.len() > 1 && matches!(names[0].as_str(), "crate" | "super") {
            self.found.extend(from_root(self.path, &names));
        }
        visit_path(self, path);
    }
}
