//! A provider's public keys: a JSON Web Key Set (RFC 7517).

use serde::de::{IgnoredAny, MapAccess};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::{ReadMembers, Unique, rs256};
use crate::crypto::Base64;
use crate::crypto::RsaPublicKey;
use crate::wire::{ResponseShape, Shape};

/// The greatest length of a key set's text in bytes.
const MAX_LEN: usize = 128 * 1024;
/// The greatest number of keys. A provider has its present key, the next one and a few old ones.
const MAX_KEYS: usize = 64;

/// The keys with which an issuer signs its tokens by RS256 (`GET {issuer}/.well-known/jwks.json`).
///
/// Keys that cannot verify RS256 are left out, as RFC 7517, section 5 says: of another `kty`, `use` or `alg`, of fewer than
/// 2048 or more than 4096 bits, of another exponent than 65537, without a member that they need, with one that comes twice, and
/// those that publish their private part.
///
/// ```
/// use authing_core::token::{JsonWebKeySet, JsonWebKeySetError};
///
/// let keys = JsonWebKeySet::parse(r#"{"keys":[]}"#)?;
/// assert!(keys.is_empty());
/// assert_eq!(JsonWebKeySet::parse("<html>").unwrap_err(), JsonWebKeySetError::Malformed);
/// # Ok::<(), JsonWebKeySetError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct JsonWebKeySet(Vec<JsonWebKey>);

/// A public key that verifies RS256.
#[derive(Clone, Debug)]
pub struct JsonWebKey {
    key_id: Option<String>,
    key: RsaPublicKey,
}

/// The reason why a text is not a key set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JsonWebKeySetError {
    /// The text has more than 128 KiB.
    #[error("the key set has more than 128 KiB")]
    TooLarge,
    /// The text is not a JSON object with a list `keys`, or a member comes twice.
    #[error("the text is not a JSON Web Key Set")]
    Malformed,
    /// The list has more than 64 keys.
    #[error("the key set has more than 64 keys")]
    TooManyKeys,
}

impl JsonWebKeySet {
    /// Reads a key set from JSON, as the provider serves it.
    ///
    /// # Errors
    ///
    /// [`JsonWebKeySetError`] for a text that is too large, not a key set, or has too many keys.
    pub fn parse(json: &str) -> Result<Self, JsonWebKeySetError> {
        if json.len() > MAX_LEN {
            return Err(JsonWebKeySetError::TooLarge);
        }
        let Unique(KeySetMembers(keys)) = serde_json::from_str(json).map_err(|_| JsonWebKeySetError::Malformed)?;
        let keys = keys.ok_or(JsonWebKeySetError::Malformed)?;
        if keys.len() > MAX_KEYS {
            return Err(JsonWebKeySetError::TooManyKeys);
        }
        Ok(Self(keys.iter().filter_map(|json| JsonWebKey::parse(json.get())).collect()))
    }

    /// Finds the key for a token with this `kid`.
    ///
    /// Two keys with one `kid` are none, because the token does not say which it means. A token without a `kid` is verified
    /// only where the set has exactly one key (OpenID Connect Core 1.0, section 10.1): there is never a "first key".
    pub fn find(&self, key_id: Option<&str>) -> Option<&JsonWebKey> {
        let mut found = self.0.iter().filter(|key| key_id.is_none() || key.key_id.as_deref() == key_id);
        match (found.next(), found.next()) {
            (Some(key), None) => Some(key),
            _ => None,
        }
    }

    /// The number of keys that can verify.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no key can verify.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl JsonWebKey {
    /// The key's `kid`.
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    fn parse(json: &str) -> Option<Self> {
        let Unique(KeyMembers { members, verifies, private, key_id }) = serde_json::from_str(json).ok()?;
        let [kty, usage, algorithm, modulus, exponent] = members;
        let is = |value: Option<String>, expected: &str| value.is_none_or(|value| value == expected);
        if kty? != "RSA" || !is(usage, "sig") || !is(algorithm, "RS256") || verifies == Some(false) || private {
            return None;
        }
        let number = |text: String| Base64::Url.decode(&text);
        Some(Self { key_id, key: rs256::key(&number(modulus?)?, &number(exponent?)?)? })
    }

    /// Whether the signature is that of the text.
    pub(crate) fn verify(&self, signing_input: &str, signature: &[u8]) -> bool {
        rs256::verify(&self.key, signing_input.as_bytes(), signature)
    }
}

impl<'de> Deserialize<'de> for JsonWebKeySet {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(Box::<RawValue>::deserialize(from)?.get()).map_err(serde::de::Error::custom)
    }
}

impl ResponseShape for JsonWebKeySet {
    const SHAPE: Shape = Shape::Object(&["keys"]);
}

/// The list `keys`, each key as its text.
#[derive(Default)]
struct KeySetMembers(Option<Vec<Box<RawValue>>>);

impl ReadMembers for KeySetMembers {
    fn read_member<'de, M: MapAccess<'de>>(&mut self, name: &str, map: &mut M) -> Result<(), M::Error> {
        match name {
            "keys" => self.0 = Some(map.next_value()?),
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

/// The members of a key that count.
#[derive(Default)]
struct KeyMembers {
    /// `kty`, `use`, `alg`, `n`, `e`.
    members: [Option<String>; 5],
    /// Whether `key_ops`, if there is one, has `verify`.
    verifies: Option<bool>,
    /// Whether the private exponent or a prime is published.
    private: bool,
    key_id: Option<String>,
}

impl ReadMembers for KeyMembers {
    fn read_member<'de, M: MapAccess<'de>>(&mut self, name: &str, map: &mut M) -> Result<(), M::Error> {
        const NAMES: [&str; 5] = ["kty", "use", "alg", "n", "e"];
        if let Some(place) = NAMES.iter().position(|known| *known == name) {
            self.members[place] = Some(map.next_value()?);
            return Ok(());
        }
        match name {
            "kid" => self.key_id = Some(map.next_value()?),
            "key_ops" => {
                let operations: Vec<String> = map.next_value()?;
                self.verifies = Some(operations.iter().any(|operation| operation == "verify"));
            }
            "d" | "p" | "q" => {
                map.next_value::<IgnoredAny>()?;
                self.private = true;
            }
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}
