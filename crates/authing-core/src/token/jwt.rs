//! The outside of a JSON Web Token (RFC 7519, in the compact form of RFC 7515).

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde::de::DeserializeOwned;

use crate::time::Timestamp;
use crate::wire::RawObject;
use crate::{PoolId, Secret, Token, UserId};

/// The three parts of a compact token.
pub(super) struct Compact<'a> {
    /// Header and payload, as they were signed.
    pub(super) signed: &'a str,
    header: &'a str,
    payload: &'a str,
    signature: &'a str,
}

impl<'a> Compact<'a> {
    pub(super) fn split(token: &'a str) -> Option<Self> {
        let (signed, signature) = token.rsplit_once('.')?;
        let (header, payload) = signed.split_once('.')?;
        (!payload.contains('.')).then_some(Self { signed, header, payload, signature })
    }

    pub(super) fn header<T: DeserializeOwned>(&self) -> Option<T> {
        part(self.header)
    }

    pub(super) fn payload<T: DeserializeOwned>(&self) -> Option<T> {
        part(self.payload)
    }

    pub(super) fn signature(&self) -> Option<Vec<u8>> {
        Base64UrlUnpadded::decode_vec(self.signature).ok()
    }
}

fn part<T: DeserializeOwned>(part: &str) -> Option<T> {
    serde_json::from_slice(&Base64UrlUnpadded::decode_vec(part).ok()?).ok()
}

/// When a token says that it expires. Unverified: it tells a client when to stop using its own token, and nothing else.
pub(crate) fn unverified_expiry(token: &Token) -> Option<Timestamp> {
    let expiry = unverified(token, |claims| claims.number("exp"))?;
    Some(Timestamp::from_secs(u64::try_from(expiry).ok()?))
}

impl Token {
    /// Whether the token claims this pool (`data.clientId`), or does not say of which pool it is. **Unverified**: a
    /// [`TokenStore`](crate::TokenStore) that holds tokens of several pools can tell them apart by it.
    pub fn may_be_of(&self, pool: &PoolId) -> bool {
        let claimed = unverified(self, |claims| RawObject::read(claims.json("data")?).ok()?.text("clientId"));
        claimed.is_none_or(|claimed| claimed == pool.as_str())
    }
}

/// The user that a token claims (`data.id`). Unverified.
pub(crate) fn unverified_user_id(token: &Token) -> Option<UserId> {
    unverified(token, |claims| RawObject::read(claims.json("data")?).ok()?.text("id")).map(UserId::from)
}

fn unverified<T>(token: &Token, read: impl FnOnce(&RawObject<'_>) -> Option<T>) -> Option<T> {
    let payload = Base64UrlUnpadded::decode_vec(Compact::split(token.expose())?.payload).ok()?;
    read(&RawObject::read(std::str::from_utf8(&payload).ok()?).ok()?)
}

/// HMAC-SHA-256 of what was signed, compared without telling by the time where it differs.
pub(super) fn is_signed_by(signed: &str, signature: &[u8], secret: &Secret) -> bool {
    use hmac::{Hmac, Mac as _};
    // HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<sha2::Sha256>::new_from_slice(secret.expose().as_bytes()) else {
        return false;
    };
    mac.update(signed.as_bytes());
    mac.verify_slice(signature).is_ok()
}
