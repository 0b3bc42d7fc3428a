//! An extractor for the user of a request; otherwise the response is 401 with the reason (RFC 6750, section 3).

use std::sync::Arc;
use std::time::SystemTime;

use authing_core::token::{TokenData, TokenVerificationError};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::cache::Cache;

/// The user of the request's token.
pub(crate) struct CurrentUser(pub(crate) TokenData);

/// The reason why there is no user.
pub(crate) enum Unauthorized {
    NoToken,
    BadToken(TokenVerificationError),
}

impl<S: Send + Sync> FromRequestParts<S> for CurrentUser
where
    Arc<Cache>: FromRef<S>,
{
    type Rejection = Unauthorized;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Unauthorized> {
        let token = bearer(parts).ok_or(Unauthorized::NoToken)?;
        let user = Arc::<Cache>::from_ref(state).user(token, SystemTime::now().into());
        user.map(CurrentUser).map_err(Unauthorized::BadToken)
    }
}

/// `Authorization: Bearer <token>`; the scheme's case does not matter (RFC 9110, section 11.1).
fn bearer(parts: &Parts) -> Option<&str> {
    let (scheme, token) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

impl IntoResponse for Unauthorized {
    fn into_response(self) -> Response {
        let (challenge, body) = match self {
            // The response to a request without credentials names the scheme and no error.
            Self::NoToken => (r#"Bearer realm="example""#.to_owned(), "log in first".to_owned()),
            Self::BadToken(error) => (
                format!(r#"Bearer realm="example", error="invalid_token", error_description="{error}""#),
                error.to_string(),
            ),
        };
        let mut response = (StatusCode::UNAUTHORIZED, body).into_response();
        if let Ok(challenge) = HeaderValue::from_str(&challenge) {
            response.headers_mut().insert(WWW_AUTHENTICATE, challenge);
        }
        response
    }
}
