//! Verify a token on a server that may block: `cargo run --example blocking_verify`.
//!
//! Offline with the pool's secret, and online if a logout must take effect at once. `AUTHING_TOKEN` and `AUTHING_SECRET` verify
//! a token of your own.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::env;
use std::time::SystemTime;

use authing_core::account::Register;
use authing_core::login::Login;
use authing_core::token::TokenVerifier;
use authing_examples::Service;
use authing_ureq::Client;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let service = Service::from_environment()?;
    let client = Client::new(service.config()?)?;
    let (token, secret) = match service.emulator() {
        Some(emulator) => (token_of_a_user(&client)?, emulator.secret().to_owned()),
        None => (env::var("AUTHING_TOKEN")?, env::var("AUTHING_SECRET")?),
    };

    let verifier = TokenVerifier::for_pool(secret, client.context().config().pool().clone())?;
    match verifier.verify(token.as_str(), SystemTime::now().into()) {
        Ok(claims) => println!("offline: user {}, until {}", claims.data.id, claims.exp),
        Err(error) => println!("offline: {error}"),
    }
    match client.verify_token_online(token.as_str()) {
        Ok(status) => println!("online:  {:?}", status.outcome.message),
        Err(error) => println!("online:  {error}"),
    }
    Ok(())
}

fn token_of_a_user(client: &Client) -> Result<String, Box<dyn std::error::Error>> {
    client.register(Register::email("bob@example.com", "password"))?;
    let user = client.login(Login::email("bob@example.com", "password"))?;
    Ok(user.token.ok_or("a login without a token")?.expose().to_owned())
}
