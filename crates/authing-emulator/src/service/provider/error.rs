//! The error response of OAuth 2.0.

use std::borrow::Cow;

/// An error code of RFC 6749 (sections 4.1.2.1 and 5.2), RFC 6750 (section 3.1) or OpenID Connect Core (section 3.1.2.6), and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OauthError {
    pub(crate) code: &'static str,
    pub(crate) description: Cow<'static, str>,
}

pub(crate) const INVALID_CLIENT: &str = "invalid_client";
pub(crate) const INVALID_TOKEN: &str = "invalid_token";
pub(crate) const INSUFFICIENT_SCOPE: &str = "insufficient_scope";

impl OauthError {
    pub(crate) fn new(code: &'static str, description: impl Into<Cow<'static, str>>) -> Self {
        Self { code, description: description.into() }
    }

    pub(crate) fn invalid_request(description: impl Into<Cow<'static, str>>) -> Self {
        Self::new("invalid_request", description)
    }

    pub(crate) fn missing(parameter: &str) -> Self {
        Self::invalid_request(format!("missing required parameter: {parameter}"))
    }

    pub(crate) fn invalid_grant(description: &'static str) -> Self {
        Self::new("invalid_grant", description)
    }

    pub(crate) fn invalid_client() -> Self {
        Self::new(INVALID_CLIENT, "client authentication failed")
    }

    pub(crate) fn invalid_token(description: &'static str) -> Self {
        Self::new(INVALID_TOKEN, description)
    }

    pub(crate) fn server_error() -> Self {
        Self::new("server_error", "the token could not be signed")
    }
}
