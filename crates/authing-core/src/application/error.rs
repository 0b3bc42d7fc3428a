//! The reasons why a login or its tokens are not accepted.

use crate::token::TokenVerificationError;

/// The reason why a login by redirect, or its tokens, are not accepted.
///
/// It holds no token, code or state. [`is_bad_request`](Self::is_bad_request) distinguishes a fault of the browser's request from a
/// fault of the provider.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AuthenticationError {
    /// The callback has a parameter twice. Nothing was sent.
    #[error("the callback has the parameter `{parameter}` twice")]
    RepeatedParameter {
        /// The parameter.
        parameter: &'static str,
    },
    /// The callback's `state` is missing, or is not that of a login of this browser: a forged or an old link. Nothing was sent.
    #[error("the callback's state is not that of a login that this browser began")]
    WrongState,
    /// The login began more than ten minutes ago. Nothing was sent.
    #[error("the login took longer than ten minutes: begin it again")]
    LoginExpired,
    /// The callback or the login is of another issuer (RFC 9207). Nothing was sent.
    #[error("the callback is of another issuer")]
    WrongIssuer,
    /// The callback has no `iss`, although the provider says that it always has one (RFC 9207, section 2.4). No code was sent.
    #[error("the callback does not name its issuer")]
    MissingIssuer,
    /// The provider returned an error: the user declined, or the request was wrong. Nothing was sent.
    #[error("the login was refused: {error}")]
    Denied {
        /// The OAuth 2.0 error code, such as `access_denied` or `login_required`. Characters that RFC 6749 does not allow are
        /// left out.
        error: String,
        /// The provider's sentence for developers; the same characters are left out.
        description: Option<String>,
    },
    /// The callback has neither a code nor an error. Nothing was sent.
    #[error("the callback has no code")]
    MissingCode,
    /// The provider's metadata name another issuer than the configured one.
    #[error("the provider's metadata are of another issuer")]
    WrongMetadataIssuer,
    /// The provider's metadata have an endpoint outside the issuer's origin, or one that is no URL.
    #[error("the provider's metadata have a `{member}` outside the issuer's origin")]
    ForeignEndpoint {
        /// The member of the metadata.
        member: &'static str,
    },
    /// The token endpoint returned no ID token, although the login had the scope `openid`.
    #[error("the provider gave no ID token")]
    MissingIdToken,
    /// The ID token does not verify.
    #[error("the ID token was rejected: {0}")]
    InvalidIdToken(#[source] TokenVerificationError),
    /// The access token does not verify.
    #[error("the access token was rejected: {0}")]
    InvalidAccessToken(#[source] TokenVerificationError),
    /// The user logged in longer ago than the login allows (`max_age`), or the ID token has no time of the login.
    #[error("the user logged in longer ago than `max_age` allows")]
    AuthenticationTooOld,
    /// The response is about another user: the user info, or a refresh.
    #[error("the response is about another user")]
    WrongSubject,
    /// The access token is not of the type `Bearer`.
    #[error("the access token is not a bearer token")]
    WrongTokenType,
    /// The tokens have no refresh token. Nothing was sent.
    #[error("there is no refresh token: ask for the scope `offline_access`")]
    MissingRefreshToken,
    /// The provider no longer accepts the refresh token: it was used before, has expired or was revoked. Log in again.
    #[error("the provider no longer accepts the refresh token: log in again")]
    RefreshTokenRejected,
}

impl AuthenticationError {
    /// Whether the browser's request is wrong or out of date: a web page then returns 400 and offers to begin again. False
    /// for a fault of the provider, for which a page returns 502.
    pub fn is_bad_request(&self) -> bool {
        matches!(
            self,
            Self::RepeatedParameter { .. }
                | Self::WrongState
                | Self::LoginExpired
                | Self::WrongIssuer
                | Self::MissingIssuer
                | Self::Denied { .. }
                | Self::MissingCode
        )
    }

    /// Whether the user must log in again.
    pub fn needs_login(&self) -> bool {
        matches!(self, Self::MissingRefreshToken | Self::RefreshTokenRejected)
    }
}
