//! The smallest program that logs in. It needs a service, and no emulator is linked into it:
//! `AUTHING_USER_POOL_ID=… AUTHING_EMAIL=… AUTHING_PASSWORD=… cargo run --example minimal_login`.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::env;
use std::error::Error;

use authing_ureq::login::Login;
use authing_ureq::{Client, Config};

fn main() -> Result<(), Box<dyn Error>> {
    let mut config = Config::new(&env::var("AUTHING_USER_POOL_ID")?)?;
    if let Ok(host) = env::var("AUTHING_HOST") {
        config = config.with_origin(&host)?;
    }
    if let Ok(pem) = env::var("AUTHING_PUBLIC_KEY") {
        config = config.with_public_key(&pem)?;
    }
    let client = Client::new(config)?;
    let user = client.login(Login::email(env::var("AUTHING_EMAIL")?, env::var("AUTHING_PASSWORD")?))?;
    println!("{} has logged in {} times", user.id, user.logins_count.unwrap_or_default());
    Ok(())
}
