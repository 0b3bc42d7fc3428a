//! Keep the login between two runs, in a file: `cargo run --example persistent_token`.
//!
//! The file is written atomically, by any number of processes, and readable by its owner alone.

#![allow(clippy::print_stdout, reason = "an example prints")]

mod file_store;

use std::path::Path;

use authing_core::account::Register;
use authing_core::login::Login;
use authing_examples::{Service, account};
use authing_ureq::Client;

use crate::file_store::FileStore;

/// A run of a program that keeps its token in a file.
fn run(service: &Service, path: &Path) -> Result<Client, Box<dyn std::error::Error>> {
    Ok(Client::restore(service.config()?, FileStore::new(path))?)
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
    first.login(Login::email(&email, password.as_str()))?;
    drop(first);

    // … the second finds itself logged in …
    let second = run(&service, &path)?;
    println!("logged in without a password: {}", second.check_login_status()?.is_logged_in());

    // … and logging out forgets the token, on the disk as well.
    second.logout()?;
    println!("the file is gone: {}", !path.exists());
    Ok(())
}
