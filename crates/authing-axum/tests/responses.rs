//! The responses of RFC 6750, for the tokens of a real provider.

use authing_axum::{Authenticator, CurrentUser, Rejection, UserClaims};
use authing_core::PoolId;
use authing_core::application::TokenSet;
use authing_core::token::TokenVerifier;
use authing_emulator::{Emulator, NewApp, NewUser};
use authing_reqwest::{ApplicationConfig, AuthenticationClient};
use axum::body::Body;
use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, Request};
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use jsonwebtoken::{EncodingKey, Header, encode};
use serde_json::{Value, json};
use tower_service::Service as _;

const CALLBACK: &str = "http://127.0.0.1:4000/callback";
const USER: &str = "5e05bbf2d51b3761d5c710aa";
const POOL: &str = "5e05bbf2d51b3761d5c71070";
const POOL_SECRET: &str = "0123456789abcdef0123456789abcdef";

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

struct Provider {
    emulator: Emulator,
    client: AuthenticationClient,
}

impl Provider {
    fn start() -> Result<Self> {
        let user = NewUser { id: Some(USER.into()), username: Some("ada".into()), ..NewUser::default() };
        let app = |id: &str| NewApp::new(id, "a secret").with_redirect_uri(CALLBACK);
        let emulator = Emulator::builder().user(user).app(app("shop")).app(app("other")).start()?;
        let client = client(&emulator, "shop")?;
        Ok(Self { emulator, client })
    }

    async fn log_in(&self, client: &AuthenticationClient, scope: &'static str) -> Result<TokenSet> {
        let (url, pending) = client.authorize([scope]).await?;
        let callback = self.emulator.log_in_at(url.as_str(), USER)?;
        Ok(client.finish(&callback, pending).await?.tokens)
    }

    fn router(&self) -> Router {
        router(Authenticator::for_application(self.client.clone()))
    }
}

fn client(emulator: &Emulator, app: &str) -> Result<AuthenticationClient> {
    let config = ApplicationConfig::new(app, emulator.url())?.with_secret("a secret").with_redirect_url(CALLBACK)?;
    Ok(AuthenticationClient::new(config)?)
}

async fn me(user: CurrentUser) -> String {
    user.id.as_str().to_owned()
}

async fn guest(user: Option<CurrentUser>) -> String {
    user.map_or("guest".to_owned(), |user| user.id.as_str().to_owned())
}

async fn email(user: CurrentUser) -> std::result::Result<&'static str, Rejection> {
    user.require_scope("email").map(|()| "an email")
}

async fn claims(Extension(user): Extension<CurrentUser>) -> &'static str {
    match *user.claims {
        UserClaims::Application(_) => "application",
        UserClaims::Pool(_) => "pool",
        _ => "unknown",
    }
}

fn router(authenticator: Authenticator) -> Router {
    let require = authenticator.require_user();
    let guarded = |path, layer| Router::new().route(path, get(claims)).layer(layer);
    Router::new()
        .route("/me", get(me))
        .route("/guest", get(guest))
        .route("/email", get(email))
        .with_state(authenticator)
        .merge(guarded("/layer", require.clone()))
        .merge(guarded("/layer/email", require.clone().with_scope("email")))
        .merge(guarded("/layer/admin", require.with_role("admin")))
}

/// The status, and the challenge or the body.
async fn ask(router: &Router, path: &str, authorizations: &[&str]) -> Result<(u16, String)> {
    let mut request = Request::get(path);
    for value in authorizations {
        request = request.header(AUTHORIZATION, *value);
    }
    let response = router.clone().call(request.body(Body::empty())?).await?;
    let status = response.status().as_u16();
    Ok((status, if status == 200 { body(response).await? } else { challenge(response.headers()) }))
}

async fn body(response: Response) -> Result<String> {
    let bytes = axum::body::to_bytes(response.into_body(), 1000).await?;
    Ok(String::from_utf8(bytes.into())?)
}

fn challenge(headers: &HeaderMap) -> String {
    headers.get(WWW_AUTHENTICATE).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

fn bearer(tokens: &TokenSet) -> String {
    format!("Bearer {}", tokens.access_token().expose())
}

fn with_forged_signature(token: &str) -> String {
    let (signed, signature) = token.rsplit_once('.').unwrap_or_default();
    let first = if signature.starts_with('A') { 'B' } else { 'A' };
    format!("{signed}.{first}{}", &signature[1..])
}

#[tokio::test]
async fn application_token_gives_its_user() -> Result<()> {
    let provider = Provider::start()?;
    let token = bearer(&provider.log_in(&provider.client, "profile").await?);
    let router = provider.router();
    for (path, expected) in [("/me", USER), ("/guest", USER), ("/layer", "application")] {
        assert_eq!(ask(&router, path, &[&token]).await?, (200, expected.into()), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn missing_token_is_401_without_an_error() -> Result<()> {
    let router = Provider::start()?.router();
    for path in ["/me", "/layer", "/layer/admin"] {
        for headers in [&[][..], &["Basic YTpi"]] {
            assert_eq!(ask(&router, path, headers).await?, (401, "Bearer".into()), "{path} {headers:?}");
        }
    }
    assert_eq!(ask(&router, "/guest", &[]).await?, (200, "guest".into()));
    Ok(())
}

#[tokio::test]
async fn malformed_header_is_400() -> Result<()> {
    let router = Provider::start()?.router();
    for headers in [&["Bearer"][..], &["Bearer a", "Bearer b"]] {
        for path in ["/me", "/guest", "/layer"] {
            let (status, challenge) = ask(&router, path, headers).await?;
            assert_eq!(status, 400, "{path} {headers:?}");
            assert!(challenge.starts_with(r#"Bearer error="invalid_request""#), "{challenge}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn invalid_token_is_401_with_the_reason() -> Result<()> {
    let provider = Provider::start()?;
    let tokens = provider.log_in(&provider.client, "profile").await?;
    let other = provider.log_in(&client(&provider.emulator, "other")?, "profile").await?;
    let id_token = tokens.id_token().ok_or("no ID token")?.expose();
    let invalid = [
        (with_forged_signature(&bearer(&tokens)), "signature"),
        ("Bearer opaque".into(), "not a JSON Web Token"),
        ("Bearer two words".into(), "not a JSON Web Token"),
        (bearer(&other), "another application"),
        (format!("Bearer {id_token}"), "not an access token"),
    ];
    let router = provider.router();
    for (header, reason) in invalid {
        for path in ["/me", "/guest", "/email", "/layer"] {
            let (status, challenge) = ask(&router, path, &[&header]).await?;
            assert_eq!(status, 401, "{path}: {reason}");
            assert!(challenge.starts_with(r#"Bearer error="invalid_token", error_description=""#), "{challenge}");
            assert!(challenge.contains(reason), "{challenge}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn missing_scope_is_403_with_the_scope() -> Result<()> {
    let provider = Provider::start()?;
    let router = provider.router();
    let without = bearer(&provider.log_in(&provider.client, "profile").await?);
    let with = bearer(&provider.log_in(&provider.client, "email").await?);
    for path in ["/email", "/layer/email"] {
        let (status, challenge) = ask(&router, path, &[&without]).await?;
        assert_eq!(status, 403, "{path}");
        assert!(challenge.starts_with(r#"Bearer error="insufficient_scope""#), "{challenge}");
        assert!(challenge.ends_with(r#", scope="email""#), "{challenge}");
        assert_eq!(ask(&router, path, &[&with]).await?.0, 200, "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn token_of_the_application_itself_is_403() -> Result<()> {
    let provider = Provider::start()?;
    let token = bearer(&provider.client.client_credentials(["order:read"]).await?);
    for path in ["/me", "/layer"] {
        let (status, challenge) = ask(&provider.router(), path, &[&token]).await?;
        assert_eq!(status, 403, "{path}");
        assert!(challenge.contains("insufficient_scope"), "{challenge}");
    }
    Ok(())
}

#[tokio::test]
async fn provider_that_cannot_be_reached_is_503() -> Result<()> {
    let Provider { emulator, client: known } = Provider::start()?;
    let provider = Provider { client: client(&emulator, "shop")?, emulator };
    let token = bearer(&provider.log_in(&known, "profile").await?);
    let router = provider.router();
    drop(provider);
    assert_eq!(ask(&router, "/me", &[&token]).await?, (503, String::new()));
    Ok(())
}

fn pool_token(claims: &Value) -> Result<String> {
    let mut all =
        json!({ "data": { "id": USER, "userPoolId": POOL, "clientId": POOL }, "iat": 1, "exp": 4_000_000_000_u32 });
    for (name, value) in claims.as_object().into_iter().flatten() {
        all[name] = value.clone();
    }
    let token = encode(&Header::default(), &all, &EncodingKey::from_secret(POOL_SECRET.as_bytes()))?;
    Ok(format!("Bearer {token}"))
}

fn pool_router() -> Result<Router> {
    Ok(router(Authenticator::for_pool(TokenVerifier::for_pool(POOL_SECRET, PoolId::parse(POOL)?)?)))
}

#[tokio::test]
async fn pool_token_gives_its_user() -> Result<()> {
    let (router, token) = (pool_router()?, pool_token(&json!({}))?);
    assert_eq!(ask(&router, "/me", &[&token]).await?, (200, USER.into()));
    assert_eq!(ask(&router, "/layer", &[&token]).await?, (200, "pool".into()));
    let (status, challenge) = ask(&router, "/me", &[&pool_token(&json!({ "exp": 2 }))?]).await?;
    assert_eq!((status, challenge.contains("expired")), (401, true), "{challenge}");
    Ok(())
}

#[tokio::test]
async fn missing_role_is_403() -> Result<()> {
    let router = pool_router()?;
    for (roles, expected) in [
        (json!(["editor", "admin"]), 200),
        (json!(["administrator"]), 403),
        (json!("admin"), 403),
        (json!([{ "admin": true }]), 403),
        (Value::Null, 403),
    ] {
        let token = pool_token(&json!({ "roles": roles }))?;
        let (status, challenge) = ask(&router, "/layer/admin", &[&token]).await?;
        assert_eq!(status, expected, "{roles}");
        assert_eq!(challenge.contains("insufficient_scope"), status == 403, "{challenge}");
    }
    Ok(())
}

#[tokio::test]
async fn rejection_shows_no_token() -> Result<()> {
    let provider = Provider::start()?;
    let token = bearer(&provider.log_in(&provider.client, "profile").await?);
    let forged = with_forged_signature(&token);
    let response =
        provider.router().call(Request::get("/me").header(AUTHORIZATION, &forged).body(Body::empty())?).await?;
    let shown = format!("{:?} {}", response.headers().clone(), body(response).await?);
    let secret = forged.rsplit('.').next().ok_or("no signature")?;
    assert!(!shown.contains(secret), "{shown}");
    Ok(())
}
