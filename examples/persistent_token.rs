//! A token store in a file, for logins that last longer than a run: `cargo run --example persistent_token`.
//!
//! The file is written atomically, and only its owner can read it.

#![allow(clippy::print_stdout, reason = "an example speaks")]

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use authing_core::account::Register;
use authing_core::login::Login;
use authing_core::{Error, Token, TokenStore};
use authing_examples::{Service, account};
use authing_ureq::Client;

/// A token in a file.
#[derive(Debug)]
struct FileStore {
    path: PathBuf,
}

impl TokenStore for FileStore {
    fn load(&self) -> Result<Option<Token>, Error> {
        match fs::read_to_string(&self.path) {
            Ok(token) => Ok(Some(token.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(store_error(error)),
        }
    }

    /// Writes a temporary file, then renames it: a reader sees the old token or the new one, never a part of one.
    fn save(&self, token: &Token) -> Result<(), Error> {
        let beside = self.path.with_extension("new");
        write_privately(&beside, token).and_then(|()| fs::rename(&beside, &self.path)).map_err(store_error)
    }

    fn remove(&self) -> Result<(), Error> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(store_error(error)),
            _ => Ok(()),
        }
    }
}

fn write_privately(path: &Path, token: &Token) -> io::Result<()> {
    // An existing file would keep its permissions.
    if let Err(error) = fs::remove_file(path)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(token.expose().as_bytes())?;
    file.sync_all()
}

fn store_error(error: io::Error) -> Error {
    Error::Store(Arc::new(error))
}

/// A run of a program that stores its token in a file.
fn run(service: &Service, path: &Path) -> Result<Client, Box<dyn std::error::Error>> {
    Ok(Client::new(service.config()?.with_store(FileStore { path: path.to_owned() }))?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let service = Service::from_environment()?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("token");
    let (email, password) = account();

    // The first run logs in …
    let first = run(&service, &path)?;
    if service.emulator().is_some() {
        first.register(Register::email(&email, password.as_str()))?;
    }
    let user = first.login(Login::email(&email, password.as_str()))?;
    drop(first);

    // … the second is logged in from the start …
    let second = run(&service, &path)?;
    println!("logged in without a password: {}", second.check_login_status()?.is_logged_in());

    // … and the logout removes the token, on the disk too.
    second.logout(&user.id)?;
    println!("the file is gone: {}", !path.exists());
    Ok(())
}
