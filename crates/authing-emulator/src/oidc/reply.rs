//! Responses: errors, objects that are not stored, redirects to the application, cookies.

use axum::Json;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use serde_json::json;

use super::cookies::{BROWSER, SESSION};
use super::html;
use crate::service::provider::error::{INSUFFICIENT_SCOPE, INVALID_CLIENT, INVALID_TOKEN, OauthError};
use crate::service::provider::response::AuthorizationResponse;

/// RFC 6749, section 5.1.
pub(super) const NOT_TO_BE_KEPT: [(HeaderName, &str); 2] =
    [(header::CACHE_CONTROL, "no-store"), (header::PRAGMA, "no-cache")];

const REALM: &str = "authing-emulator";

/// An error as JSON, with the status and the challenge that belong to it.
pub(super) struct ErrorReply(OauthError);

impl From<OauthError> for ErrorReply {
    fn from(error: OauthError) -> Self {
        Self(error)
    }
}

impl IntoResponse for ErrorReply {
    fn into_response(self) -> Response {
        let OauthError { code, description } = self.0;
        let status = match code {
            INVALID_CLIENT | INVALID_TOKEN => StatusCode::UNAUTHORIZED,
            INSUFFICIENT_SCOPE => StatusCode::FORBIDDEN,
            "server_error" => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::BAD_REQUEST,
        };
        let body = Json(json!({ "error": code, "error_description": description }));
        match challenge(code, &description) {
            Some(challenge) => (status, [(header::WWW_AUTHENTICATE, challenge)], NOT_TO_BE_KEPT, body).into_response(),
            None => (status, NOT_TO_BE_KEPT, body).into_response(),
        }
    }
}

/// RFC 6749, section 5.2, and RFC 6750, section 3. Descriptions are this crate's own: none has a quotation mark.
fn challenge(code: &str, description: &str) -> Option<String> {
    match code {
        INVALID_CLIENT => Some(format!("Basic realm=\"{REALM}\", charset=\"UTF-8\"")),
        INVALID_TOKEN => {
            Some(format!("Bearer realm=\"{REALM}\", error=\"{code}\", error_description=\"{description}\""))
        }
        INSUFFICIENT_SCOPE => Some(format!("Bearer realm=\"{REALM}\", error=\"{code}\", scope=\"openid\"")),
        _ => None,
    }
}

/// The request has no token: the challenge alone names no error (RFC 6750, section 3.1).
pub(super) fn token_wanted() -> Response {
    let challenge = [(header::WWW_AUTHENTICATE, format!("Bearer realm=\"{REALM}\""))];
    let body = Json(json!({ "error": "invalid_request", "error_description": "missing an access token" }));
    (StatusCode::UNAUTHORIZED, challenge, NOT_TO_BE_KEPT, body).into_response()
}

/// Sends the browser back to the application. After a form the status is 303, so that the browser does not send the form along
/// (RFC 9700, section 4.12).
pub(super) fn respond(response: &AuthorizationResponse, status: StatusCode) -> Response {
    match response.location() {
        Some(location) => redirect(status, location),
        None => html::respond(response),
    }
}

pub(super) fn redirect(status: StatusCode, location: String) -> Response {
    (status, [(header::LOCATION, location)], NOT_TO_BE_KEPT).into_response()
}

pub(super) fn with_session(value: &str, response: Response) -> Response {
    with_cookie(SESSION, value, response)
}

pub(super) fn with_browser(value: &str, response: Response) -> Response {
    with_cookie(BROWSER, value, response)
}

/// `Lax`: a browser sends the cookie when an application redirects it here, and not with another site's form. Scripts cannot
/// read it.
fn with_cookie(name: &str, value: &str, response: Response) -> Response {
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax");
    (AppendHeaders([(header::SET_COOKIE, cookie)]), response).into_response()
}

pub(super) fn without_session(response: Response) -> Response {
    let cookie = format!("{SESSION}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    (AppendHeaders([(header::SET_COOKIE, cookie)]), response).into_response()
}
