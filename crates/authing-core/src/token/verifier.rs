//! The offline verifier of a pool's user tokens.

use std::time::Duration;

use super::claims::{TokenClaims, UncheckedClaims};
use super::key::VerificationKey;
use super::lifetime::Lifetime;
use super::status::TokenData;
use crate::jose::{Hs256Key, TokenVerificationError, Unique};
use crate::time::Timestamp;
use crate::{Error, PoolId, Secret, Token};

/// Verifies the user tokens of a pool with the pool's secret: HS256, offline.
///
/// It follows RFC 8725: the algorithm is always HS256, and a token that names another, `none` included, is
/// rejected (3.1, 3.2); the signature is compared in constant time; a short secret needs [`Hs256Key::allow_short`] (3.5);
/// `exp` is required and `nbf` kept, with a leeway of zero by default; the pool must be the expected one (3.9).
///
/// A logged-out user's token verifies until it expires, because the service is not asked: where that matters use
/// [`VerifyTokenOnline`](super::VerifyTokenOnline).
///
/// The tokens of an application are verified by [`IdTokenVerifier`](super::IdTokenVerifier) and
/// [`AccessTokenVerifier`](super::AccessTokenVerifier).
///
/// ```
/// use authing_core::token::{TokenVerificationError, TokenVerifier};
/// use authing_core::{PoolId, Timestamp};
///
/// # fn main() -> Result<(), authing_core::Error> {
/// let pool = PoolId::parse("59f86b4832eb28071bdd9214")?;
/// let verifier = TokenVerifier::for_pool("0123456789abcdef0123456789abcdef", pool)?;
/// let now = Timestamp::from(std::time::SystemTime::now());
/// assert_eq!(verifier.verify("no token", now), Err(TokenVerificationError::Malformed));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TokenVerifier {
    key: VerificationKey,
    pool: PoolId,
    leeway: Duration,
}

impl TokenVerifier {
    /// Makes a verifier of a pool's tokens from the pool's secret.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] for a secret of fewer than 32 bytes: see [`new`](Self::new) for those.
    pub fn for_pool(secret: impl Into<Secret>, pool: PoolId) -> Result<Self, Error> {
        Hs256Key::new(secret).map(|key| Self::new(key, pool))
    }

    /// Makes a verifier of a pool's tokens from a key, which may hold a short secret.
    pub fn new(key: Hs256Key, pool: PoolId) -> Self {
        Self { key: key.into(), pool, leeway: Duration::ZERO }
    }

    /// Sets by how much the two clocks may differ; zero by default.
    pub fn with_leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// Returns the claims of a token that is genuine, of the pool, and has not expired.
    ///
    /// # Errors
    ///
    /// [`TokenVerificationError`] with the reason.
    pub fn verify(&self, token: impl Into<Token>, now: Timestamp) -> Result<TokenClaims, TokenVerificationError> {
        self.verify_token(&token.into(), now)
    }

    fn verify_token(&self, token: &Token, now: Timestamp) -> Result<TokenClaims, TokenVerificationError> {
        let (_, payload) = self.key.verify(token.expose())?;
        let Unique(claims): Unique<UncheckedClaims> =
            serde_json::from_slice(&payload).map_err(|_| TokenVerificationError::Malformed)?;
        let UncheckedClaims { data, email, name, iat, nbf, exp, other } = claims;
        let exp = Lifetime { iat, nbf, exp }.check(self.leeway, now)?;
        let data = self.check_pool(data)?;
        Ok(TokenClaims { data, email, name, iat, nbf, exp, other })
    }

    fn check_pool(&self, data: Option<TokenData>) -> Result<TokenData, TokenVerificationError> {
        let data = data.ok_or(TokenVerificationError::WrongPool)?;
        if data.id.as_str().is_empty() {
            return Err(TokenVerificationError::Malformed);
        }
        if data.client_id.as_deref() != Some(self.pool.as_str()) {
            return Err(TokenVerificationError::WrongPool);
        }
        Ok(data)
    }
}
