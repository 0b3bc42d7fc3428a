//! Log in from an asynchronous program: `cargo run --example async_login`.

#![allow(clippy::print_stdout, reason = "an example prints")]

use authing_core::ErrorCode;
use authing_core::account::Register;
use authing_core::login::Login;
use authing_examples::{Service, account};
use authing_reqwest::Client;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let service = Service::from_environment()?;
    let (email, password) = account();

    let client = Client::new(service.config()?)?;
    match client.register(Register::email(&email, password.as_str())).await {
        Err(error) if error.code() != Some(ErrorCode::USER_EXISTS) => return Err(error.into()),
        _ => {}
    }
    let user = client.login(Login::email(&email, password.as_str())).await?;

    println!("{email} is {} and has logged in {} times", user.id, user.logins_count.unwrap_or_default());
    Ok(())
}
