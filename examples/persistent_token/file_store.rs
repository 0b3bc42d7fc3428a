//! A token in a file.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use authing_core::{Error, Token, TokenStore};
use tempfile::NamedTempFile;

/// Keeps a token in a file, which only the file's owner can read.
#[derive(Debug)]
pub(crate) struct FileStore {
    path: PathBuf,
}

impl FileStore {
    /// The file does not have to exist; its folder does.
    pub(crate) fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Writes a file with a name of its own, which only its owner can read, and renames it to the token's. A reader finds the
    /// old token or the new one, never half of one, and writers at the same time do not meet: the last one wins.
    fn replace(&self, token: &Token) -> io::Result<()> {
        let mut file = NamedTempFile::new_in(folder(&self.path))?;
        file.write_all(token.expose().as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(&self.path)?;
        Ok(())
    }
}

impl TokenStore for FileStore {
    fn load(&self) -> Result<Option<Token>, Error> {
        match fs::read_to_string(&self.path) {
            Ok(token) => Ok(Some(token.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::store(error)),
        }
    }

    fn save(&self, token: &Token) -> Result<(), Error> {
        self.replace(token).map_err(Error::store)
    }

    fn remove(&self) -> Result<(), Error> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::store(error)),
            _ => Ok(()),
        }
    }
}

/// The folder of a file: the current one for a bare name.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    const WRITERS: usize = 8;
    const ROUNDS: usize = 100;

    /// A token of this writer, long enough that half of it would be seen.
    fn token(writer: usize) -> String {
        writer.to_string().repeat(4096)
    }

    #[test]
    fn concurrent_writers_leave_a_whole_token() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("token");
        thread::scope(|scope| {
            for writer in 0..WRITERS {
                let store = FileStore::new(&path);
                scope.spawn(move || {
                    for _ in 0..ROUNDS {
                        store.save(&token(writer).into()).expect("a save beside other saves");
                        let read = store.load().expect("a load beside saves").expect("a token");
                        assert!((0..WRITERS).any(|writer| read.expose() == token(writer)), "half a token");
                    }
                });
            }
        });
        let left = fs::read_dir(folder.path()).expect("the folder").count();
        assert_eq!(left, 1, "temporary files are left");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_the_file() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("token");
        fs::write(&path, "old").expect("a file that all can read");
        FileStore::new(&path).save(&"new".into()).expect("a save");
        assert_eq!(fs::metadata(&path).expect("the file").permissions().mode() & 0o777, 0o600);
    }
}
