//! A site whose users log in by redirect: `cargo run --example axum_login`.
//!
//! Login, profile, refresh, logout, and a page for users with the role `admin`. It runs against an emulator that it starts; or, with
//! `AUTHING_HOST`, `AUTHING_APP_ID` and `AUTHING_APP_SECRET`, against a service, where `<origin>/callback` must be registered as the
//! callback URL and `<origin>/` as the logout URL.
//!
//! `AUTHING_SERVER_LISTEN` is the address to listen on: `127.0.0.1:8080` by default. Behind a proxy, `AUTHING_SERVER_ORIGIN` is the
//! origin that browsers see, such as `https://shop.example.com`. With `REDIS_URL`, the sessions are in Redis, and several instances
//! can share them; without, they are in memory.

#![allow(clippy::print_stdout, reason = "an example prints")]

mod app;
mod failure;
mod logged_in_user;
mod pages;
mod provider;
mod sessions;
#[cfg(test)]
mod tests;

use std::env;

use authing_reqwest::AuthenticationClient;
use tokio::net::TcpListener;

use crate::app::App;
use crate::provider::Provider;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Result<()> {
    let provider = Provider::from_environment()?;
    let listen = env::var("AUTHING_SERVER_LISTEN").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    let listener = TcpListener::bind(&listen).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let origin = env::var("AUTHING_SERVER_ORIGIN").unwrap_or_else(|_| address.clone());
    let app = App::new(AuthenticationClient::new(provider.config(&origin)?)?, &origin)?;
    let router = sessions::with_sessions(app::router(app), &origin, env::var("REDIS_URL").ok().as_deref()).await?;
    println!("listening on {address}");
    if let Some(emulator) = provider.emulator() {
        println!("the provider is {}", emulator.url());
        println!("users: {} and {}, password: {}", provider::ADMIN, provider::USER, provider::PASSWORD);
    }
    axum::serve(listener, router).await?;
    Ok(())
}
