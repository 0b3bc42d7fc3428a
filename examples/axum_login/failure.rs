//! The failures of requests, and the pages for them.

use authing_core::Error;
use authing_core::application::AuthenticationError;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tokio::task::JoinError;
use tower_sessions::session;

use crate::pages;

/// Why a request failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The login cannot be finished: begin it again.
    BeginAgain,
    /// The user declined the login, or the provider denied it.
    Denied,
    /// The user does not have the role.
    Forbidden,
    /// The SDK's error.
    Authing(Error),
    /// The store of the sessions failed.
    Session(#[allow(dead_code, reason = "for a log, by Debug")] session::Error),
    /// The router has no layer of sessions.
    NoSessions,
    /// A task panicked.
    Task(#[allow(dead_code, reason = "for a log, by Debug")] JoinError),
}

impl Failure {
    /// The failure of a callback. A code that has expired or was used is the browser's: an old link, or the back button.
    pub(crate) fn of_callback(error: Error) -> Self {
        match &error {
            Error::Service(service) if service.oauth_error.as_deref() == Some("invalid_grant") => Self::BeginAgain,
            _ => error.into(),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error.authentication() {
            Some(AuthenticationError::Denied { .. }) => Self::Denied,
            Some(reason) if reason.is_bad_request() => Self::BeginAgain,
            _ => Self::Authing(error),
        }
    }
}

impl From<session::Error> for Failure {
    fn from(error: session::Error) -> Self {
        Self::Session(error)
    }
}

impl From<JoinError> for Failure {
    fn from(error: JoinError) -> Self {
        Self::Task(error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, text) = match self {
            Self::Authing(error) if error.needs_login() => return Redirect::to("/login").into_response(),
            Self::BeginAgain => (StatusCode::BAD_REQUEST, "This login has expired or was finished already."),
            Self::Denied => (StatusCode::BAD_REQUEST, "The login was refused."),
            Self::Forbidden => (StatusCode::FORBIDDEN, "This page is for administrators."),
            Self::Authing(_) => (StatusCode::BAD_GATEWAY, "The login service cannot be reached. Try again later."),
            Self::Session(_) | Self::NoSessions | Self::Task(_) => {
                (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong. Try again later.")
            }
        };
        (status, pages::failure(text)).into_response()
    }
}
