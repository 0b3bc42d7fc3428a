//! The pages of the site.

use authing_core::IdToken;
use authing_reqwest::AuthenticationClient;
use authing_reqwest::application::{LoggedIn, LogoutRequest, PendingLogins, RedirectUrl, Scope};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use axum::http::{HeaderValue, Uri};
use axum::middleware::{self, Next};
use axum::response::{Redirect, Response};
use axum::routing::{get, post};
use tower_sessions::Session;

use crate::failure::Failure;
use crate::logged_in_user::{LoggedInUser, TOKENS};
use crate::pages::{self, Page};
use crate::provider::ADMIN_ROLE;

/// The state that the handlers share.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) authing: AuthenticationClient,
    home: RedirectUrl,
}

impl App {
    pub(crate) fn new(authing: AuthenticationClient, origin: &str) -> Result<Self, authing_core::Error> {
        Ok(Self { authing, home: RedirectUrl::parse(format!("{origin}/"))? })
    }
}

/// The session's key of the logins that this browser has begun.
const LOGINS: &str = "logins";

pub(crate) fn router(app: App) -> Router {
    Router::new()
        .route("/", get(home))
        .route("/login", get(login))
        .route("/callback", get(callback))
        .route("/profile", get(profile))
        .route("/admin", get(admin))
        .route("/refresh", post(refresh))
        .route("/logout", post(log_out))
        .layer(middleware::from_fn_with_state(app.clone(), protect))
        .with_state(app)
}

async fn home(user: Option<LoggedInUser>) -> Page {
    pages::home(user.is_some())
}

/// Sends the browser to the provider, and keeps what the callback is checked with.
async fn login(State(app): State<App>, session: Session) -> Result<Redirect, Failure> {
    let scopes = [Scope::Profile, Scope::Email, Scope::Roles, Scope::OfflineAccess];
    let (url, pending) = app.authing.authorize(scopes).await?;
    let mut logins: PendingLogins = session.get(LOGINS).await?.unwrap_or_default();
    logins.insert(pending);
    session.insert(LOGINS, logins).await?;
    Ok(Redirect::to(url.as_str()))
}

/// Ends the login with which the browser comes back. A pending login is used once, also if the login fails.
async fn callback(State(app): State<App>, session: Session, uri: Uri) -> Result<Redirect, Failure> {
    let uri = uri.to_string();
    let mut logins: PendingLogins = session.get(LOGINS).await?.unwrap_or_default();
    let pending = logins.take(&uri)?;
    session.insert(LOGINS, logins).await?;
    let LoggedIn { tokens, .. } = app.authing.finish(&uri, pending).await.map_err(Failure::of_callback)?;
    // A new id: the browser may have been given the old one by an attacker (session fixation).
    session.cycle_id().await?;
    session.insert(TOKENS, tokens).await?;
    Ok(Redirect::to("/profile"))
}

async fn profile(user: LoggedInUser) -> Result<Page, Failure> {
    let claims = user.call(|client| async move { client.user_info().await }).await?;
    Ok(pages::profile(&claims))
}

/// Reads the roles from the provider each time, so that a role that was taken away is gone at once.
async fn admin(user: LoggedInUser) -> Result<Page, Failure> {
    let claims = user.call(|client| async move { client.user_info().await }).await?;
    if claims.has_role(ADMIN_ROLE) { Ok(pages::admin()) } else { Err(Failure::Forbidden) }
}

async fn refresh(user: LoggedInUser) -> Result<Redirect, Failure> {
    user.refresh().await?;
    Ok(Redirect::to("/profile"))
}

/// Ends the session here first, then at the provider. It is a `POST`, which another site cannot send with a `SameSite=Lax` cookie.
async fn log_out(State(app): State<App>, session: Session, user: LoggedInUser) -> Result<Redirect, Failure> {
    session.flush().await?;
    let id_token = user.tokens.id_token().cloned();
    user.revoke();
    let Some(id_token) = id_token else { return Ok(Redirect::to("/")) };
    Ok(Redirect::to(&logout_url(&app, id_token).await?))
}

async fn logout_url(app: &App, id_token: IdToken) -> Result<String, Failure> {
    let request = LogoutRequest::new(id_token).with_redirect_url(app.home.clone());
    Ok(app.authing.logout_url(request).await?.into())
}

/// No script, no frame, and no page in a cache: the back button shows nothing of a user who has logged out.
async fn protect(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // The form of the logout is redirected to the provider, which Chromium compares with `form-action`, too.
    let provider = app.authing.config().host().base();
    let policy = format!("default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' {provider}");
    headers.extend(HeaderValue::try_from(policy).ok().map(|policy| (CONTENT_SECURITY_POLICY, policy)));
    response
}
