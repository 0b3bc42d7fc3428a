//! Verify a token without asking anybody.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::jwt::{Compact, is_signed_by};
use super::status::TokenData;
use crate::time::Timestamp;
use crate::wire::loose_number;
use crate::{Error, PoolId, Secret, Token};

/// Verifies tokens with the secret that signed them: HS256, offline.
///
/// It follows RFC 8725: the algorithm is HS256 whatever the token says, and a token that says another, `none` included, is
/// refused (3.1, 3.2); the signature is compared in constant time; `exp` is required and `nbf` kept, with a leeway; the pool
/// must be the expected one (3.9).
///
/// A logged-out user's token verifies until it expires, because nobody is asked: where that matters use
/// [`VerifyTokenOnline`](super::VerifyTokenOnline).
///
/// ```
/// use authing_core::token::{TokenError, TokenVerifier};
/// use authing_core::{PoolId, Timestamp};
///
/// # fn main() -> Result<(), authing_core::Error> {
/// let verifier = TokenVerifier::new("the secret")?.for_pool(PoolId::parse("59f86b4832eb28071bdd9214")?);
/// let now = Timestamp::from(std::time::SystemTime::now());
/// assert_eq!(verifier.verify("no token", now), Err(TokenError::Malformed));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TokenVerifier {
    secret: Secret,
    pool: Option<PoolId>,
    leeway: Duration,
}

/// What a verified token says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Claims {
    /// About whom, in a user's token.
    #[serde(default)]
    pub data: Option<TokenData>,
    /// About whom, in a token of OpenID Connect.
    #[serde(default)]
    pub sub: Option<String>,
    /// For whom it was made, in a token of OpenID Connect.
    #[serde(default)]
    pub aud: Option<Audience>,
    /// Who made it.
    #[serde(default)]
    pub iss: Option<String>,
    /// When it was made, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub iat: Option<i64>,
    /// When it begins to be valid, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub nbf: Option<i64>,
    /// When it expires, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub exp: Option<i64>,
}

/// For whom a token was made: one, or several (RFC 7519, section 4.1.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Audience {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

/// Why a token does not verify.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TokenError {
    /// It is not a JSON Web Token.
    #[error("this is not a token")]
    Malformed,
    /// It says that it is signed in another way than HS256.
    #[error("the token is not signed with HS256")]
    WrongAlgorithm,
    /// The signature is not that of the secret.
    #[error("the token's signature is not that of the secret")]
    WrongSignature,
    /// It does not say when it expires.
    #[error("the token does not say when it expires")]
    NoExpiry,
    /// It has expired.
    #[error("the token has expired")]
    Expired,
    /// It is not valid yet.
    #[error("the token is not valid yet")]
    NotYetValid,
    /// It is another pool's.
    #[error("the token is of another pool")]
    WrongPool,
}

impl TokenVerifier {
    /// With the secret that signs: the pool's for users' tokens, the application's for those of OpenID Connect.
    /// An empty secret, with which anybody could sign, is refused.
    pub fn new(secret: impl Into<Secret>) -> Result<Self, Error> {
        let secret = secret.into();
        if secret.expose().is_empty() {
            return Err(Error::invalid_argument("secret", "is empty: anybody could sign with it"));
        }
        Ok(Self { secret, pool: None, leeway: Duration::ZERO })
    }

    /// Only for tokens of this pool.
    pub fn for_pool(mut self, pool: PoolId) -> Self {
        self.pool = Some(pool);
        self
    }

    /// By how much the clocks may differ; not at all unless told.
    pub fn with_leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// What a token says, if it is genuine and alive.
    pub fn verify(&self, token: impl Into<Token>, now: Timestamp) -> Result<Claims, TokenError> {
        let token = token.into();
        let compact = Compact::split(token.expose()).ok_or(TokenError::Malformed)?;
        check_header(&compact)?;
        let signature = compact.signature().ok_or(TokenError::Malformed)?;
        if !is_signed_by(compact.signed, &signature, &self.secret) {
            return Err(TokenError::WrongSignature);
        }
        let claims: Claims = compact.payload().ok_or(TokenError::Malformed)?;
        self.check_time(&claims, now)?;
        self.check_pool(&claims)?;
        Ok(claims)
    }

    fn check_time(&self, claims: &Claims, now: Timestamp) -> Result<(), TokenError> {
        let moment = |secs: i64| Timestamp::from_secs(u64::try_from(secs).unwrap_or(0));
        match (claims.exp.map(moment), claims.nbf.map(moment)) {
            (None, _) => Err(TokenError::NoExpiry),
            (Some(exp), _) if exp + self.leeway <= now => Err(TokenError::Expired),
            (_, Some(nbf)) if now + self.leeway < nbf => Err(TokenError::NotYetValid),
            _ => Ok(()),
        }
    }

    fn check_pool(&self, claims: &Claims) -> Result<(), TokenError> {
        let claimed = claims.data.as_ref().and_then(|data| data.client_id.as_deref());
        match &self.pool {
            Some(pool) if claimed != Some(pool.as_str()) => Err(TokenError::WrongPool),
            _ => Ok(()),
        }
    }
}

fn check_header(compact: &Compact<'_>) -> Result<(), TokenError> {
    #[derive(Deserialize)]
    struct Header {
        alg: String,
        /// Extensions that must be understood (RFC 7515, section 4.1.11); none is. `null` is one, too.
        #[serde(default, deserialize_with = "given")]
        crit: bool,
    }
    let header: Header = compact.header().ok_or(TokenError::Malformed)?;
    if header.alg != "HS256" || header.crit {
        return Err(TokenError::WrongAlgorithm);
    }
    Ok(())
}

/// That a field is there, whatever it holds.
fn given<'de, D: serde::Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    serde::de::IgnoredAny::deserialize(from).map(|_| true)
}
