//! The tokens of a user, or of the application itself.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{AuthenticationError, RequestTokens, TokenSetResponse};
use crate::time::Timestamp;
use crate::token::{IdTokenClaims, unverified_expiry};
use crate::{
    AccessToken, Error, IdToken, InvalidResponse, InvalidResponseKind, Nonce, Operation as _, RefreshToken, Token,
    UserId,
};

/// The tokens of the token endpoint, and the time at which the access token expires.
///
/// It can be serialized, for the browser's session on the server. The serialized form holds the tokens: keep it where the browser
/// cannot read it. `Debug` shows no token.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenSet {
    access_token: AccessToken,
    #[serde(default)]
    id_token: Option<IdToken>,
    #[serde(default)]
    refresh_token: Option<RefreshToken>,
    #[serde(default)]
    scope: Option<String>,
    #[serde(default)]
    expires_at: Option<Timestamp>,
    /// The user of the verified ID token.
    #[serde(default)]
    subject: Option<String>,
    /// The login's nonce, which a refreshed ID token may repeat.
    #[serde(default)]
    nonce: Option<Nonce>,
}

/// The time before its expiry at which an access token is refreshed. It covers the time of a request and the difference of the clocks.
const EXPIRES_SOON: Duration = Duration::from_secs(30);

impl TokenSet {
    /// Creates a set of an access token only, such as that of a request to a server. It cannot be refreshed.
    pub fn from_access_token(access_token: impl Into<AccessToken>) -> Self {
        let access_token = access_token.into();
        let expires_at = unverified_expiry(&Token::new(access_token.expose()));
        Self { access_token, id_token: None, refresh_token: None, scope: None, expires_at, subject: None, nonce: None }
    }

    /// Reads a response of the token endpoint. The ID token is left out until it is verified.
    pub(crate) fn read(response: &TokenSetResponse, now: Timestamp) -> Result<Self, Error> {
        let shape = || InvalidResponse {
            status: 200,
            path: "access_token".to_owned(),
            kind: InvalidResponseKind::Shape,
            retry_after: None,
            operation: Some(RequestTokens::NAME),
        };
        response.access_token.check().map_err(|_| shape())?;
        if response.token_type.as_ref().is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
            return Err(AuthenticationError::WrongTokenType.into());
        }
        let lifetime = response.lifetime().map(|lifetime| now + lifetime);
        let mut tokens = Self::from_access_token(response.access_token.clone());
        tokens.expires_at = lifetime.or(tokens.expires_at);
        tokens.refresh_token = response.refresh_token.clone().filter(|token| !token.expose().is_empty());
        tokens.scope.clone_from(&response.scope);
        Ok(tokens)
    }

    /// The access token.
    pub fn access_token(&self) -> &AccessToken {
        &self.access_token
    }

    /// The verified ID token.
    pub fn id_token(&self) -> Option<&IdToken> {
        self.id_token.as_ref()
    }

    /// The refresh token.
    pub fn refresh_token(&self) -> Option<&RefreshToken> {
        self.refresh_token.as_ref()
    }

    /// The scopes of the access token, with spaces between them, if the provider names them.
    pub fn scope(&self) -> Option<&str> {
        self.scope.as_deref()
    }

    /// The expiry of the access token, by `expires_in` (or `expire_in`), otherwise by its own `exp`.
    pub fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at
    }

    /// The user of the verified ID token.
    pub fn subject(&self) -> Option<UserId> {
        self.subject.as_deref().map(UserId::new)
    }

    pub(super) fn nonce(&self) -> Option<&Nonce> {
        self.nonce.as_ref()
    }

    /// Whether the access token has not expired, and does not expire in the next 30 seconds.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        self.expires_at.is_none_or(|expiry| now + EXPIRES_SOON < expiry)
    }

    pub(super) fn has_expired(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|expiry| expiry <= now)
    }

    /// Adds a verified ID token, and the nonce of its login.
    pub(crate) fn with_id_token(mut self, id_token: IdToken, claims: &IdTokenClaims, nonce: Option<Nonce>) -> Self {
        self.id_token = Some(id_token);
        self.subject = Some(claims.sub.as_str().to_owned());
        self.nonce = nonce;
        self
    }

    /// Keeps the login, and each token that the refresh did not replace (RFC 6749, section 6).
    pub(super) fn keep_from(mut self, old: &Self) -> Self {
        self.id_token = self.id_token.or_else(|| old.id_token.clone());
        self.refresh_token = self.refresh_token.or_else(|| old.refresh_token.clone());
        self.scope = self.scope.or_else(|| old.scope.clone());
        self.subject.clone_from(&old.subject);
        self.nonce.clone_from(&old.nonce);
        self
    }
}

impl fmt::Debug for TokenSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { access_token, id_token, refresh_token, scope, expires_at, subject, nonce: _ } = self;
        f.debug_struct("TokenSet")
            .field("access_token", access_token)
            .field("id_token", id_token)
            .field("refresh_token", refresh_token)
            .field("scope", scope)
            .field("expires_at", expires_at)
            .field("subject", subject)
            .finish_non_exhaustive()
    }
}
