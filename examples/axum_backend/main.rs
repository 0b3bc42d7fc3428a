//! A server that verifies its users' tokens: `cargo run --example axum_backend`.
//!
//! It starts, sends itself requests without a token, with a forged one and with a valid one, and ends. With
//! `AUTHING_BACKEND_LISTEN=127.0.0.1:8080` it keeps running.

#![allow(clippy::print_stdout, reason = "an example prints")]

mod cache;
mod extractor;

use std::env;
use std::sync::Arc;

use authing_core::PoolId;
use authing_core::account::Register;
use authing_core::login::Login;
use authing_core::token::TokenVerifier;
use authing_emulator::Emulator;
use authing_reqwest::Config;
use axum::Router;
use axum::extract::FromRef;
use axum::routing::get;
use http::Request;
use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use http_body_util::BodyExt as _;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use tokio::net::TcpListener;

use crate::cache::Cache;
use crate::extractor::CurrentUser;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The state that the handlers share.
#[derive(Clone)]
struct AppScene {
    users: Arc<Cache>,
}

impl FromRef<AppScene> for Arc<Cache> {
    fn from_ref(app: &AppScene) -> Self {
        Arc::clone(&app.users)
    }
}

fn router(users: Cache) -> Router {
    Router::new().route("/me", get(me)).with_state(AppScene { users: Arc::new(users) })
}

/// A handler with a user. Without a valid token, it is not called.
async fn me(CurrentUser(user): CurrentUser) -> String {
    format!("you are {}\n", user.id)
}

#[tokio::main]
async fn main() -> Result<()> {
    let emulator = Emulator::start()?;
    let verifier = TokenVerifier::for_pool(emulator.secret(), PoolId::parse(emulator.user_pool_id())?)?;
    let app = router(Cache::new(verifier));

    let listen = env::var("AUTHING_BACKEND_LISTEN").ok();
    let listener = TcpListener::bind(listen.as_deref().unwrap_or("127.0.0.1:0")).await?;
    let address = format!("http://{}/me", listener.local_addr()?);
    let server = tokio::spawn(async move { axum::serve(listener, app).await });

    let token = token_of_a_user(&emulator).await?;
    println!("without a token:  {}", ask(&address, None).await?);
    println!("with a forgery:   {}", ask(&address, Some(&format!("{token}x"))).await?);
    println!("with a login's:   {}", ask(&address, Some(&token)).await?);
    if listen.is_some() {
        println!("curl -H 'authorization: Bearer {token}' {address}");
        server.await??;
    }
    Ok(())
}

/// The login, which happens in a browser or an app.
async fn token_of_a_user(emulator: &Emulator) -> Result<String> {
    let config = Config::new(emulator.user_pool_id())?
        .with_origin(emulator.url())?
        .with_public_key(emulator.public_key_pem())?;
    let client = authing_reqwest::Client::new(config)?;
    client.register(Register::email("bob@example.com", "password")).await?;
    let user = client.login(Login::email("bob@example.com", "password")).await?;
    Ok(user.token.ok_or("a login without a token")?.expose().to_owned())
}

/// The response to a client of this server.
async fn ask(address: &str, token: Option<&str>) -> Result<String> {
    let http = Client::builder(TokioExecutor::new()).build_http::<String>();
    let mut request = Request::get(address);
    if let Some(token) = token {
        request = request.header(AUTHORIZATION, format!("Bearer {token}"));
    }
    let answer = http.request(request.body(String::new())?).await?;
    let (parts, body) = answer.into_parts();
    let challenge = parts.headers.get(WWW_AUTHENTICATE).map(|it| format!("{it:?} ")).unwrap_or_default();
    let body = String::from_utf8(body.collect().await?.to_bytes().into())?;
    Ok(format!("{} {challenge}{}", parts.status, body.trim()))
}
