//! What the documents say is what the repository has.

mod error_codes;
mod languages;
mod references;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(document: &str) -> String {
    fs::read_to_string(root().join(document)).unwrap()
}

/// Every page of the repository, as a path from its root.
fn documents() -> Vec<String> {
    let mut found = Vec::new();
    collect(Path::new(""), &mut found);
    found.sort();
    assert!(found.len() > 25, "only {} documents were found", found.len());
    found
}

fn collect(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = folder.join(&name);
        if entry.file_type().unwrap().is_dir() {
            if !name.starts_with('.') && name != "target" && name != "node_modules" {
                collect(&path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
}
