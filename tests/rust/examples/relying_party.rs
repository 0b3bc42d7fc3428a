//! The SDK as a relying party of any OpenID provider, for `tests/provider`.
//!
//! The environment names the provider and the application. The program prints the authorization URL, reads the URL that the browser
//! came back to, makes every call of an application, and prints what came of them as JSON.
#![allow(clippy::print_stdout, reason = "its output is the test's")]

use std::env;
use std::error::Error;
use std::io::stdin;

use authing_reqwest::application::{
    ClientAuthentication, LoggedIn, LogoutRequest, RedirectUrl, Scope, TokenIntrospection, TokenSet,
};
use authing_reqwest::{ApplicationConfig, AuthenticationClient};
use serde_json::json;
use tokio::runtime::Runtime;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    Runtime::new()?.block_on(run())
}

fn client() -> Result<AuthenticationClient> {
    let issuer = env::var("ISSUER")?;
    let authentication = match env::var("CLIENT_AUTHENTICATION")?.as_str() {
        "client_secret_basic" => ClientAuthentication::SecretBasic,
        "client_secret_post" => ClientAuthentication::SecretPost,
        other => return Err(format!("unknown authentication {other}").into()),
    };
    let config = ApplicationConfig::new(&env::var("CLIENT_ID")?, &issuer)?
        .with_issuer(&issuer)?
        .with_secret(env::var("CLIENT_SECRET")?)
        .with_client_authentication(authentication)?
        .with_redirect_url(&env::var("REDIRECT_URI")?)?;
    Ok(AuthenticationClient::new(config)?)
}

async fn run() -> Result<()> {
    let client = client()?;
    let (url, pending) = client.authorize([Scope::Email, Scope::OfflineAccess]).await?;
    println!("{}", url.as_str());
    let mut callback = String::new();
    stdin().read_line(&mut callback)?;

    let LoggedIn { tokens, claims, .. } = client.finish(callback.trim(), pending).await?;
    let refreshed = client.refresh(&tokens).await?;
    let user_info = client.for_user(refreshed.clone()).user_info().await?;
    let before = introspect(&client, &refreshed).await?;
    client.revoke(refreshed.access_token().expose()).await?;
    let after = introspect(&client, &refreshed).await?;
    // Another client: this one remembers what its refresh gave.
    let reused = self::client()?.refresh(&tokens).await;
    let application = client.client_credentials(["order:read"]).await?;
    let id_token = refreshed.id_token().ok_or("no ID token")?.clone();
    let goodbye = RedirectUrl::parse(env::var("GOODBYE")?)?;
    let logout = client.logout_url(LogoutRequest::new(id_token).with_redirect_url(goodbye)).await?;
    println!(
        "{}",
        json!({
            "sub": claims.sub.as_str(),
            "email": user_info.email,
            "rotated": tokens.refresh_token() != refreshed.refresh_token(),
            "active": [before.active, after.active],
            "introspected": before.sub.as_ref().map(authing_core::UserId::as_str),
            "reused": reused.err().map(|error| error.to_string()),
            "scope": application.scope(),
            "logout": logout.as_str(),
        })
    );
    Ok(())
}

async fn introspect(client: &AuthenticationClient, tokens: &TokenSet) -> Result<TokenIntrospection> {
    Ok(client.introspect(tokens.access_token().expose()).await?)
}
