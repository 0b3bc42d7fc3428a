//! The reasons why a request has no user, and their responses (RFC 6750, section 3).

use authing_core::Error;
use authing_core::token::TokenVerificationError;
use axum_core::response::{IntoResponse, Response};
use http::header::{HeaderValue, WWW_AUTHENTICATE};
use http::{StatusCode, header};

/// The reason why a request is rejected. As a response it has the status and the challenge of RFC 6750, and no body but the
/// reason.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Rejection {
    /// The request has no bearer token.
    #[error("the request has no bearer token")]
    MissingToken,
    /// The request has two `authorization` headers, or one that cannot be read.
    #[error("the authorization header is malformed or repeated")]
    InvalidRequest,
    /// The token does not verify.
    #[error("{0}")]
    InvalidToken(#[source] TokenVerificationError),
    /// The token is an application's own, and no user's.
    #[error("the token is not a user's")]
    NotAUser,
    /// The token does not have the scope.
    #[error("the token does not have the required scope")]
    MissingScope {
        /// The scope.
        scope: String,
    },
    /// The user does not have the role.
    #[error("the user does not have the required role")]
    MissingRole,
    /// The provider's metadata or keys cannot be fetched, so no token can be verified now.
    #[error("tokens cannot be verified now")]
    Unavailable(#[source] Error),
}

impl Rejection {
    /// The status of the response.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::MissingToken | Self::InvalidToken(_) => StatusCode::UNAUTHORIZED,
            Self::InvalidRequest => StatusCode::BAD_REQUEST,
            Self::NotAUser | Self::MissingScope { .. } | Self::MissingRole => StatusCode::FORBIDDEN,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The `error` of RFC 6750, section 3.1. A request without credentials gets none.
    fn code(&self) -> Option<&'static str> {
        match self {
            Self::InvalidRequest => Some("invalid_request"),
            Self::InvalidToken(_) => Some("invalid_token"),
            Self::NotAUser | Self::MissingScope { .. } | Self::MissingRole => Some("insufficient_scope"),
            Self::MissingToken | Self::Unavailable(_) => None,
        }
    }

    fn challenge(&self) -> Option<HeaderValue> {
        if matches!(self, Self::Unavailable(_)) {
            return None;
        }
        let mut challenge = "Bearer".to_owned();
        if let Some(code) = self.code() {
            challenge = format!(r#"{challenge} error="{code}", error_description="{self}""#);
        }
        if let Self::MissingScope { scope } = self
            && is_scope(scope)
        {
            challenge = format!(r#"{challenge}, scope="{scope}""#);
        }
        HeaderValue::try_from(challenge).ok()
    }
}

/// The characters of a scope (RFC 6749, section 3.3), which need no escape in a quoted string.
fn is_scope(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, 0x21 | 0x23..=0x5b | 0x5d..=0x7e))
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let challenge = self.challenge();
        let mut response = (self.status(), self.to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.extend(challenge.map(|challenge| (WWW_AUTHENTICATE, challenge)));
        response
    }
}
