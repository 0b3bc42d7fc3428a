//! What the documents refer to exists: files, headings, examples and commands.

use std::fs;
use std::path::Path;

use super::{documents, read, root};
use crate::operations::files;

#[test]
fn links_of_documents_lead_to_headings() {
    let missing = in_all_documents(|document, text| {
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        links.filter(|target| !target.contains("://") && !leads_somewhere(document, target)).collect()
    });
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn documents_name_files_that_exist() {
    let missing = in_all_documents(|document, text| {
        // A path is that of the repository, or, in a crate's README, that of the crate.
        let folders = [root(), root().join(document).parent().unwrap().to_owned()];
        // An example of one file is named without its extension.
        let exists =
            |folder: &Path, path: &str| folder.join(path).exists() || folder.join(format!("{path}.rs")).exists();
        let paths = text.split('`').skip(1).step_by(2).filter(|code| is_path(code));
        paths.filter(|path| !folders.iter().any(|folder| exists(folder, path))).collect()
    });
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn comments_name_files_that_exist() {
    let mut missing = Vec::new();
    for source in ["crates", "examples", "tests"].iter().flat_map(|folder| files(&root().join(folder))) {
        let text = fs::read_to_string(&source).unwrap();
        let comments = text.lines().map(str::trim_start).filter(|line| line.starts_with("//"));
        for path in comments.flat_map(|line| line.split([' ', '`', '(', ')', '"', ',', ';'])) {
            let path = path.trim_end_matches(['.', ':']);
            // A path is that of the repository, or that of a folder around the source.
            let exists = |folder: &Path| folder.join(path).exists() || folder.join(format!("{path}.rs")).exists();
            if is_path(path) && !source.ancestors().skip(1).any(exists) {
                missing.push(format!("{}: {path}", source.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn commands_of_documents_exist() {
    let (examples, tasks) = (read("examples/Cargo.toml"), read("crates/xtask/src/main.rs"));
    let exists = |word: &str, name: &str| match word {
        "xtask" => tasks.contains(&format!("\"{name}\"")),
        "--example" => examples.contains(&format!("name = \"{name}\"")) || file(&format!("tests/rust/examples/{name}")),
        "--bench" => file(&format!("tests/rust/benches/{name}")),
        _ => is_package(name),
    };
    let missing = in_all_documents(|_, text| {
        let words: Vec<&str> = text.split([' ', '\n', '`']).filter(|word| !word.is_empty()).collect();
        let pairs = words.windows(2).filter(|pair| matches!(pair[0], "xtask" | "--example" | "--bench" | "--package"));
        pairs.filter(|pair| !pair[1].starts_with(['…', '|']) && !exists(pair[0], pair[1])).map(|pair| pair[1]).collect()
    });
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// What a search finds in each document, with the document's name before it.
fn in_all_documents(search: impl for<'a> Fn(&str, &'a str) -> Vec<&'a str>) -> Vec<String> {
    let found = documents().into_iter().flat_map(|document| {
        let text = read(&document);
        let found: Vec<String> = search(&document, &text).iter().map(|found| format!("{document}: {found}")).collect();
        found
    });
    found.collect()
}

/// Whether a link's file, and the heading that it names in a page, exist.
fn leads_somewhere(document: &str, target: &str) -> bool {
    let (path, heading) = target.split_once('#').unwrap_or((target, ""));
    let folder = Path::new(document).parent().unwrap();
    let path = if path.is_empty() { Path::new(document).to_owned() } else { folder.join(path) };
    let file = root().join(&path);
    file.exists() && (heading.is_empty() || headings(path.to_str().unwrap()).iter().any(|slug| slug == heading))
}

/// The anchors of a page's headings: in lower case, with hyphens for spaces and without punctuation.
fn headings(document: &str) -> Vec<String> {
    let text = read(document);
    let outside_blocks = text.split("```").step_by(2).flat_map(str::lines);
    let headings = outside_blocks.filter_map(|line| Some(line.strip_prefix('#')?.trim_start_matches('#').trim()));
    let slug = |heading: &str| {
        let kept = heading.to_lowercase().replace(' ', "-");
        kept.chars().filter(|char| char.is_alphanumeric() || matches!(char, '-' | '_')).collect()
    };
    headings.map(slug).collect()
}

fn is_path(code: &str) -> bool {
    let roots = ["crates/", "docs/", "examples/", "tests/"];
    roots.iter().any(|root| code.starts_with(root)) && !code.contains([' ', '*', '<', '{'])
}

/// Whether there is a Rust file, or a folder of one.
fn file(path: &str) -> bool {
    root().join(path).is_dir() || root().join(format!("{path}.rs")).is_file()
}

fn is_package(name: &str) -> bool {
    let name = name.trim_end_matches(['.', ',', ':']);
    file(&format!("crates/{name}"))
        || matches!(name, "authing-counts" | "authing-examples" | "authing-system-roots" | "authing-tests")
}
