//! A server for many users: `cargo run --example axum_server`.
//!
//! Registration, login by SMS code, profile, avatar, logout, and a list of users for who has the role `admin`. It runs against
//! an emulator that it starts; or, with `AUTHING_HOST`, `AUTHING_USER_POOL_ID` and `AUTHING_SECRET`, against a service.
//! `AUTHING_SERVER_LISTEN` is the address to listen on: `127.0.0.1:8080` by default.

#![allow(clippy::print_stdout, reason = "an example prints")]

mod app;
mod failure;
mod me;
#[cfg(test)]
mod tests;

use std::env;

use authing_examples::Service;
use authing_reqwest::UserPool;
use tokio::net::TcpListener;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The pool, which the program keeps. The secret is for the calls of the owner.
fn pool(service: &Service) -> Result<UserPool> {
    let secret = match service.emulator() {
        Some(emulator) => emulator.secret().to_owned(),
        None => env::var("AUTHING_SECRET")?,
    };
    Ok(UserPool::new(service.config()?.with_secret(secret))?)
}

#[tokio::main]
async fn main() -> Result<()> {
    let service = Service::from_environment()?;
    let app = app::router(pool(&service)?);
    let listen = env::var("AUTHING_SERVER_LISTEN").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    let listener = TcpListener::bind(&listen).await?;
    let origin = format!("http://{}", listener.local_addr()?);
    println!("listening on {origin}");
    if let Some(emulator) = service.emulator() {
        println!("SMS messages are shown on {}", emulator.url());
    }
    println!(r#"curl -H 'content-type: application/json' -d '{{"phone":"17670416754"}}' {origin}/register/code"#);
    axum::serve(listener, app).await?;
    Ok(())
}
