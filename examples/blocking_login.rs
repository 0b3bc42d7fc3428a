//! Log in from a blocking program: `cargo run --example blocking_login`.

#![allow(clippy::print_stdout, reason = "an example prints")]

use authing_core::account::Register;
use authing_core::login::Login;
use authing_core::{Error, ErrorCode, Language};
use authing_examples::{Service, account};
use authing_ureq::Client;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let service = Service::from_environment()?;
    let (email, password) = account();

    let client = Client::new(service.config()?)?;
    let user = match client.login(Login::email(&email, password.as_str())) {
        // A new emulator has no users yet.
        Err(error) if error.code() == Some(ErrorCode::USER_NOT_FOUND) => {
            register_and_login(&client, &email, &password)?
        }
        Err(error) => {
            // The sentence is for the user, in the user's language; the error itself is for the log.
            if let Some(code) = error.code() {
                println!("{} / {}", code.message(Language::English), code.message(Language::Chinese));
            }
            return Err(error.into());
        }
        Ok(user) => user,
    };

    println!("{email} is {} and has logged in {} times", user.id, user.logins_count.unwrap_or_default());
    Ok(())
}

fn register_and_login(client: &Client, email: &str, password: &str) -> Result<authing_core::types::User, Error> {
    client.register(Register::email(email, password))?;
    client.login(Login::email(email, password))
}
