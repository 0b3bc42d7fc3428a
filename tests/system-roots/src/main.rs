//! Logs in at the origin of the first argument over each transport, as a program of a user does, and prints how each login ended.
#![allow(clippy::print_stdout, reason = "the test reads what it prints")]

use std::env;

use authing_core::login::Login;
use authing_core::{Config, Error};
use authing_tests::test_client::TestClient;

fn main() -> Result<(), Error> {
    let origin = env::args().nth(1).unwrap_or_default();
    let config = Config::new("59f86b4832eb28071bdd9214")?.with_origin(&origin)?;
    for client in TestClient::each(&config) {
        match client.call(Login::unionid("a-union-id")) {
            Ok(user) => println!("{} logged in", user.id),
            Err(error) => println!("{error}"),
        }
    }
    Ok(())
}
