//! The verifier of an application's access tokens (RFC 9068, section 4).

use std::time::Duration;

use serde::Deserialize;

use super::application::{ApplicationRules, GenuineToken, RegisteredClaims, required_number};
use super::claims::{Audience, timestamp};
use super::issuer::IssuerUrl;
use super::key::VerificationKey;
use super::other_claims::OtherClaims;
use crate::jose::{JwsType, TokenVerificationError};
use crate::time::Timestamp;
use crate::{AccessToken, AppId};

/// Verifies the access tokens of one application and one issuer, offline: what a server does with the bearer token of a request.
///
/// `iss`, `aud`, `exp`, `nbf` and `iat` are checked as by [`IdTokenVerifier`](super::IdTokenVerifier); `azp` and `client_id`,
/// where the token has them, must be the application, or one of [`with_clients`](Self::with_clients).
///
/// An ID token is rejected. An access token is of the type `at+jwt` (RFC 9068), or of no other type than `JWT` and has a `scope`
/// or a `client_id`, as those of the service have; and it has neither `nonce`, `at_hash`, `c_hash` nor `s_hash`.
///
/// A revoked token verifies until it expires, because the service is not asked: where that matters use introspection.
///
/// ```
/// use authing_core::Timestamp;
/// use authing_core::token::{AccessTokenVerifier, IssuerUrl, JsonWebKeySet, TokenVerificationError};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let keys = JsonWebKeySet::parse(r#"{"keys":[]}"#)?; // as the provider's `jwks_uri` serves them
/// let issuer = IssuerUrl::parse("https://your-app.authing.cn/oidc")?;
/// let verifier = AccessTokenVerifier::new(issuer, "your app id", keys);
/// let now = Timestamp::from(std::time::SystemTime::now());
/// let error = verifier.verify(&"no token".into(), now).unwrap_err();
/// assert_eq!(error, TokenVerificationError::Malformed);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AccessTokenVerifier(ApplicationRules);

/// The claims of a verified access token (RFC 9068, section 2.2).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct AccessTokenClaims {
    /// The issuer.
    pub iss: String,
    /// The user, or the application itself where it asked in its own name (the client credentials grant).
    #[serde(default)]
    pub sub: Option<String>,
    /// The applications that the token is for.
    pub aud: Audience,
    /// The application that the token was issued to (RFC 9068).
    #[serde(default)]
    pub client_id: Option<String>,
    /// The application that the token was issued to (OpenID Connect).
    #[serde(default)]
    pub azp: Option<String>,
    /// The scopes, with spaces between them.
    #[serde(default)]
    pub scope: Option<String>,
    /// When the token expires, in seconds since 1970.
    #[serde(deserialize_with = "required_number")]
    pub exp: i64,
    /// When the token was issued, in seconds since 1970.
    #[serde(deserialize_with = "required_number")]
    pub iat: i64,
    /// The token's own id.
    #[serde(default)]
    pub jti: Option<String>,
    /// The other claims, custom ones among them.
    #[serde(flatten)]
    pub other: OtherClaims,
}

impl AccessTokenVerifier {
    /// Makes a verifier for tokens of this issuer to this application. The key decides the algorithm.
    pub fn new(issuer: IssuerUrl, audience: impl Into<AppId>, key: impl Into<VerificationKey>) -> Self {
        Self(ApplicationRules::new(issuer, audience.into(), key.into()))
    }

    /// Sets by how much the two clocks may differ; 30 seconds by default.
    pub fn with_leeway(mut self, leeway: Duration) -> Self {
        self.0.leeway = leeway;
        self
    }

    /// Sets the applications that a token may have been issued to; the audience itself by default. Use it for an API that
    /// several applications call.
    pub fn with_clients(mut self, clients: impl IntoIterator<Item = AppId>) -> Self {
        self.0.parties = clients.into_iter().collect();
        self
    }

    /// Returns the `kid` of a token, which is **not** verified: the key to fetch before [`verify`](Self::verify) can find it.
    ///
    /// # Errors
    ///
    /// [`TokenVerificationError`] for a token that no key would verify: malformed, encrypted, or of another algorithm.
    pub fn key_id(&self, token: &AccessToken) -> Result<Option<String>, TokenVerificationError> {
        Ok(self.0.key.unverified_header(token.expose())?.key_id)
    }

    /// Returns the claims of a token that is genuine and meant for this application.
    ///
    /// # Errors
    ///
    /// [`TokenVerificationError`] with the reason. [`UnknownKey`](TokenVerificationError::UnknownKey) asks for the
    /// issuer's present keys; make another verifier of them.
    pub fn verify(&self, token: &AccessToken, now: Timestamp) -> Result<AccessTokenClaims, TokenVerificationError> {
        let token = self.0.open(token.expose())?;
        check_kind(&token)?;
        self.0.check(&token.claims, now)?;
        token.read()
    }
}

fn check_kind(token: &GenuineToken) -> Result<(), TokenVerificationError> {
    let RegisteredClaims { scope, client_id, nonce, at_hash, hash, .. } = &token.claims;
    let typed_so = match token.header.kind {
        Some(JwsType::AccessToken) => true,
        Some(JwsType::Jwt) | None => *scope || client_id.is_some(),
        Some(JwsType::Other) => false,
    };
    if !typed_so || nonce.is_some() || at_hash.is_some() || *hash {
        return Err(TokenVerificationError::NotAnAccessToken);
    }
    Ok(())
}

impl AccessTokenClaims {
    /// When the token expires.
    pub fn expires_at(&self) -> Timestamp {
        timestamp(self.exp)
    }

    /// The scopes, one by one.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.scope.iter().flat_map(|scope| scope.split_ascii_whitespace())
    }

    /// Whether the token has a scope.
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes().any(|other| other == scope)
    }
}
