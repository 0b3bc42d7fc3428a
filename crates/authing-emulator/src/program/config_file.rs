//! The configuration file: the options of the command line in TOML, and the users and other objects to start with.

mod error;
mod pool;
mod seeds;
mod tables;

use std::fs;
use std::ops::Range;
use std::path::Path;

use crate::program::builder::EmulatorBuilder;
pub use error::FileError;
use tables::File;

impl EmulatorBuilder {
    /// Takes the options that a configuration file gives, in place of those set so far. Paths in it are relative to its folder.
    ///
    /// # Errors
    ///
    /// [`FileError`] if the file cannot be read, or has a key or a value that is not known.
    pub fn config_file(self, path: impl AsRef<Path>) -> Result<Self, FileError> {
        let path = path.as_ref();
        let text = fs::read_to_string(path).map_err(|source| FileError::Read { path: path.into(), source })?;
        let file: File = toml::from_str(&text).map_err(|error| content(path, &text, &error))?;
        file.apply(self, path)
    }
}

fn content(path: &Path, text: &str, error: &toml::de::Error) -> FileError {
    let (line, column) = position(text, error.span());
    FileError::Content { path: path.into(), line, column, what: without_the_value(error.message()) }
}

fn position(text: &str, span: Option<Range<usize>>) -> (usize, usize) {
    let before = text.get(..span.map_or(0, |span| span.start)).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// serde quotes a value of the wrong type, and it may be a password in the wrong place.
fn without_the_value(message: &str) -> String {
    match message.rsplit_once(", expected ") {
        Some((found, expected)) if found.starts_with("invalid ") => format!("expected {expected}"),
        _ => message.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        let error = toml::from_str::<File>(text).err().expect("a refusal");
        content(Path::new("emulator.toml"), text, &error).to_string()
    }

    #[test]
    fn a_mistake_is_named_with_its_place() {
        let unknown = refusal("[pool]\nsecert = \"hunter2\"\n");
        assert!(unknown.starts_with("emulator.toml:2:1: unknown field `secert`, expected one of `id`"), "{unknown}");
        assert_eq!(refusal("[pool]\nid = 5\n"), "emulator.toml:2:6: expected a string");
        assert!(refusal("pool = [\n").starts_with("emulator.toml:"));
        let profile = refusal("[[users]]\nprofile = { nickName = \"x\" }\n");
        assert!(profile.starts_with("emulator.toml:2:"), "{profile}");
        assert!(profile.contains("nickName"), "{profile}");
    }

    #[test]
    fn no_mistake_quotes_a_value() {
        for text in ["[pool]\ntoken-lifetime-seconds = \"hunter2\"", "listen = \"hunter2\"", "pool = \"hunter2\""] {
            assert!(!refusal(text).contains("hunter2"), "{}", refusal(text));
        }
    }
}
