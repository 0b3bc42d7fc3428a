//! The claims that a client reads from its own token.

use crate::jose::CompactJws;
use crate::time::Timestamp;
use crate::wire::{field, number, text};
use crate::{PoolId, Token, UserId};

/// The claims of a pool's user token, whose signature is **not** verified.
///
/// They tell a client when to stop using its own token, whether that token is of its pool, and whose it is. They are no reason
/// to let a caller in: a server uses [`TokenVerifier`](super::TokenVerifier).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnverifiedClaims {
    /// The time at which the token expires (`exp`).
    pub expiry: Option<Timestamp>,
    /// The pool (`data.clientId`).
    pub pool: Option<PoolId>,
    /// The user (`data.id`).
    pub user_id: Option<UserId>,
}

impl UnverifiedClaims {
    /// Reads a token's claims; a token that cannot be read has none.
    ///
    /// ```
    /// use authing_core::token::UnverifiedClaims;
    ///
    /// assert_eq!(UnverifiedClaims::read(&"no token".into()), UnverifiedClaims::default());
    /// ```
    pub fn read(token: &Token) -> Self {
        let payload = payload(token).unwrap_or_default();
        Self { expiry: expiry(&payload), pool: pool(&payload), user_id: user_id(&payload) }
    }
}

fn expiry(payload: &str) -> Option<Timestamp> {
    field(payload, "exp").and_then(seconds).map(Timestamp::from_secs)
}

fn pool(payload: &str) -> Option<PoolId> {
    let id = text(field(field(payload, "data")?, "clientId")?)?;
    PoolId::parse(&id).ok()
}

fn user_id(payload: &str) -> Option<UserId> {
    let id = text(field(field(payload, "data")?, "id")?)?;
    Some(UserId::new(id)).filter(|id| !id.as_str().is_empty())
}

fn payload(token: &Token) -> Option<String> {
    String::from_utf8(CompactJws::split(token.expose()).ok()?.payload().ok()?).ok()
}

/// Seconds since 1970, as JSON.
fn seconds(json: &str) -> Option<u64> {
    u64::try_from(number(json)?).ok()
}

impl Token {
    /// Whether the token claims this pool (`data.clientId`), or does not say of which pool it is. **Unverified**: a
    /// [`TokenStore`](crate::TokenStore) that holds tokens of several pools can tell them apart by it.
    pub fn may_be_of(&self, pool: &PoolId) -> bool {
        payload(self).and_then(|payload| self::pool(&payload)).is_none_or(|claimed| claimed == *pool)
    }
}

/// The user whom a token claims.
pub(crate) fn unverified_user_id(token: &Token) -> Option<UserId> {
    user_id(&payload(token)?)
}

/// A text among the claims of a token.
pub(crate) fn unverified_claim(token: &Token, name: &str) -> Option<String> {
    text(field(&payload(token)?, name)?)
}

/// The time at which a token expires, by its own word.
pub(crate) fn unverified_expiry(token: &Token) -> Option<Timestamp> {
    expiry(&payload(token)?)
}
