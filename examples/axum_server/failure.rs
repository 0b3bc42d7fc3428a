//! The failures of requests, and the responses for them.

use authing_core::{Error, ErrorCode};
use axum::Json;
use axum::http::StatusCode;
use axum::http::header::WWW_AUTHENTICATE;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// Why a request failed.
pub(crate) enum Failure {
    /// There is no token.
    LogInFirst,
    /// The user may not do this.
    Forbidden,
    /// The SDK's error.
    Authing(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Authing(error)
    }
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Self::LogInFirst => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Authing(error) if error.needs_login() => StatusCode::UNAUTHORIZED,
            Self::Authing(Error::InvalidArgument(_) | Error::Service(_)) => StatusCode::BAD_REQUEST,
            Self::Authing(Error::Transport(_) | Error::InvalidResponse(_)) => StatusCode::BAD_GATEWAY,
            Self::Authing(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The sentence for the user. An error of this server's own is for its log.
    fn message(&self) -> String {
        match self {
            Self::LogInFirst => "log in first".to_owned(),
            Self::Forbidden => "this needs the role `admin`".to_owned(),
            Self::Authing(error @ (Error::InvalidArgument(_) | Error::Service(_))) => error.to_string(),
            Self::Authing(error) if error.needs_login() => error.to_string(),
            Self::Authing(_) => "try again later".to_owned(),
        }
    }

    fn code(&self) -> Option<i64> {
        match self {
            Self::Authing(error) => error.code().map(|ErrorCode(code)| code),
            Self::LogInFirst | Self::Forbidden => None,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = self.status();
        let body = Json(json!({ "code": self.code(), "message": self.message() }));
        match status {
            // RFC 6750, section 3.
            StatusCode::UNAUTHORIZED => (status, [(WWW_AUTHENTICATE, "Bearer")], body).into_response(),
            _ => (status, body).into_response(),
        }
    }
}
