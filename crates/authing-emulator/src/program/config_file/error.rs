//! The error of a configuration file.

use std::io;
use std::path::PathBuf;

use crate::program::start_error::StartError;

/// Why a configuration file was not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// It could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The configuration file, or one that it names.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is not TOML, or has a key or value that is not known.
    #[error("{}:{line}:{column}: {what}", path.display())]
    Content {
        /// The configuration file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in characters.
        column: usize,
        /// What is wrong, without the value that is there.
        what: String,
    },
    /// A pool after the first has no id or no secret.
    #[error("{}: the {number}. pool has no id or no secret: give both", path.display())]
    Pool {
        /// The configuration file.
        path: PathBuf,
        /// Which of the pools, counted from 1.
        number: usize,
    },
    /// The key that it names is none.
    #[error("{}: password-key", path.display())]
    PasswordKey {
        /// The configuration file.
        path: PathBuf,
        /// What is wrong with the key.
        source: Box<StartError>,
    },
}
