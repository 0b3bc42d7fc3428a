//! The outside of a JSON Web Token (RFC 7519, in the compact form of RFC 7515).

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde::de::DeserializeOwned;

use crate::time::Timestamp;
use crate::wire::RawObject;
use crate::{Secret, Token};

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

/// When a token says that it expires. Nobody vouches for it: it tells a client when to stop using its own token, and nothing
/// else.
pub(crate) fn unverified_expiry(token: &Token) -> Option<Timestamp> {
    let payload = Base64UrlUnpadded::decode_vec(Compact::split(token.expose())?.payload).ok()?;
    let expiry = RawObject::read(std::str::from_utf8(&payload).ok()?).ok()?.number("exp")?;
    Some(Timestamp::from_secs(u64::try_from(expiry).ok()?))
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
