//! The file that keeps the password key over restarts.

use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use crate::crypto::password_key::PasswordKey;
use crate::program::start_error::StartError;

/// The key in the file; where there is no file yet, a new key that is written to it.
pub(super) fn read_or_create(path: &Path) -> Result<PasswordKey, StartError> {
    let failed = |source| StartError::KeyFile { path: path.to_owned(), source };
    match std::fs::read_to_string(path) {
        Ok(pem) => PasswordKey::from_pem(&pem).map_err(|error| StartError::PasswordKey(error.into())),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let key = PasswordKey::process_wide().map_err(|error| StartError::PasswordKey(error.into()))?;
            let pem = key.private_pem().map_err(|error| StartError::PasswordKey(error.into()))?;
            create(path, &pem).map_err(failed)?;
            Ok(key)
        }
        Err(error) => Err(failed(error)),
    }
}

/// Whole or not at all, for its owner alone, and never in place of another file.
fn create(path: &Path, pem: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The crate's files are the owner's alone from the first byte.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(pem.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path)?;
    Ok(())
}
