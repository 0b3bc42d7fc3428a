//! OpenID Connect over HTTP: the token endpoint, the user info, and the introspection of access tokens.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::FormRejection;
use axum::extract::{ConnectInfo, Form, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64ct::{Base64, Encoding as _};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::config::OidcApp;
use crate::errors::ErrorResponse;
use crate::service::access_tokens;
use crate::service::claims::claims_of;
use crate::service::oidc;
use crate::service::oidc::{DEFAULT_SCOPE, PasswordGrantRequest, TokenResponse};
use crate::service::sessions;
use crate::world::World;

/// An error of OAuth 2.0 (RFC 6749, section 5.2; RFC 6750, section 3.1).
pub(crate) struct OauthError {
    error: &'static str,
    description: String,
}

impl OauthError {
    fn new(error: &'static str, description: impl Into<String>) -> Self {
        Self { error, description: description.into() }
    }

    fn invalid_request(description: impl Into<String>) -> Self {
        Self::new("invalid_request", description)
    }

    fn invalid_token(why: &ErrorResponse) -> Self {
        Self::new("invalid_token", why.message.clone())
    }
}

impl IntoResponse for OauthError {
    fn into_response(self) -> Response {
        let body = Json(json!({ "error": self.error, "error_description": self.description }));
        match self.error {
            "invalid_client" => {
                let challenge = [(header::WWW_AUTHENTICATE, "Basic realm=\"oidc\"")];
                (StatusCode::UNAUTHORIZED, challenge, NOT_TO_BE_KEPT, body).into_response()
            }
            "invalid_token" => {
                let challenge = [(header::WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")];
                (StatusCode::UNAUTHORIZED, challenge, NOT_TO_BE_KEPT, body).into_response()
            }
            _ => (StatusCode::BAD_REQUEST, NOT_TO_BE_KEPT, body).into_response(),
        }
    }
}

/// RFC 6749, section 5.1.
const NOT_TO_BE_KEPT: [(header::HeaderName, &str); 2] =
    [(header::CACHE_CONTROL, "no-store"), (header::PRAGMA, "no-cache")];

#[derive(Deserialize)]
pub(crate) struct TokenRequest {
    client_id: Option<String>,
    client_secret: Option<String>,
    grant_type: Option<String>,
    scope: Option<String>,
    refresh_token: Option<String>,
    #[serde(rename = "authingToken")]
    authing_token: Option<String>,
    #[serde(flatten)]
    login: PasswordGrantRequest,
}

pub(crate) async fn token(
    State(world): State<Arc<World>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    form: Result<Form<TokenRequest>, FormRejection>,
) -> Result<Response, OauthError> {
    let Form(request) = form.map_err(|rejection| OauthError::invalid_request(rejection.body_text()))?;
    let app = authenticate_app(&world, &headers, &request)?;
    let tokens = grant(&world, app, &request, &peer.ip().to_string())?;
    Ok((NOT_TO_BE_KEPT, Json(tokens)).into_response())
}

/// By `client_secret_post` or `client_secret_basic`.
fn authenticate_app<'a>(
    world: &'a World,
    headers: &HeaderMap,
    request: &TokenRequest,
) -> Result<&'a OidcApp, OauthError> {
    let posted = request.client_id.clone().zip(request.client_secret.clone());
    let (id, secret) = posted.or_else(|| basic(headers)).unwrap_or_default();
    let app = oidc::app(world, Some(&id)).ok().filter(|app| app.secret == secret);
    app.ok_or_else(|| OauthError::new("invalid_client", "client authentication failed"))
}

fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let credentials = headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Basic ")?;
    let text = String::from_utf8(Base64::decode_vec(credentials).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

fn grant(world: &World, app: &OidcApp, request: &TokenRequest, ip: &str) -> Result<TokenResponse, OauthError> {
    let scope = request.scope.as_deref().unwrap_or(DEFAULT_SCOPE);
    let outcome = match request.grant_type.as_deref() {
        Some("password") => oidc::password_grant(world, &request.login, ip)
            .and_then(|user| oidc::issue_tokens(world, app, user["_id"].as_str().unwrap_or_default(), scope)),
        Some("refresh_token") => {
            let token = request.refresh_token.as_deref().ok_or_else(|| missing("refresh_token"))?;
            oidc::refresh_tokens(world, app, token)
        }
        Some("authingToken") => {
            let token = request.authing_token.as_deref().ok_or_else(|| missing("authingToken"))?;
            sessions::introspect(world, token).and_then(|claims| oidc::issue_tokens(world, app, &claims.data.id, scope))
        }
        Some(_) => return Err(OauthError::new("unsupported_grant_type", "unsupported grant_type")),
        None => return Err(missing("grant_type")),
    };
    outcome.map_err(|error| match error.code {
        code if code == crate::errors::NO_IDENTITY.code => OauthError::invalid_request(error.message),
        _ => OauthError::new("invalid_grant", error.message),
    })
}

fn missing(parameter: &str) -> OauthError {
    OauthError::invalid_request(format!("missing required parameter: {parameter}"))
}

#[derive(Deserialize)]
pub(crate) struct AccessToken {
    access_token: Option<String>,
}

impl AccessToken {
    /// In the request, or as a bearer (RFC 6750, section 2).
    fn or_bearer(self, headers: &HeaderMap) -> Result<String, OauthError> {
        let bearer = || headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(str::to_owned);
        self.access_token.or_else(bearer).ok_or_else(|| missing("access_token"))
    }
}

/// The profile behind an access token, as far as its scope goes.
pub(crate) async fn user_info(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    form: Result<Form<AccessToken>, FormRejection>,
) -> Result<Json<Value>, OauthError> {
    let given = form.map_or(AccessToken { access_token: None }, |Form(given)| given);
    profile(&world, &given.or_bearer(&headers)?)
}

/// The user info under the path of an older client.
pub(crate) async fn authenticate(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    Query(given): Query<AccessToken>,
) -> Result<Json<Value>, OauthError> {
    profile(&world, &given.or_bearer(&headers)?)
}

fn profile(world: &World, token: &str) -> Result<Json<Value>, OauthError> {
    let (claims, user) = access_tokens::introspect(world, token).map_err(|why| OauthError::invalid_token(&why))?;
    Ok(Json(Value::Object(claims_of(&user, &claims.scope))))
}

/// The claims of an access token that is active.
pub(crate) async fn validate(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    Query(given): Query<AccessToken>,
) -> Result<Json<Value>, OauthError> {
    let token = given.or_bearer(&headers)?;
    let (claims, _) = access_tokens::introspect(&world, &token).map_err(|why| OauthError::invalid_token(&why))?;
    Ok(Json(json!(claims)))
}
