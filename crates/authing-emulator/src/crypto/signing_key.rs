//! An RSA-2048 key pair that signs tokens (RS256), and its public half as a JWK (RFC 7517).

use std::fmt;
use std::sync::{Arc, OnceLock};

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use getrandom::SysRng;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use rsa::PrivateKey;
use rsa::pkcs1::{DecodeRsaPrivateKey as _, EncodeRsaPrivateKey as _};
use rsa::traits::PublicKeyParts as _;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};

use super::{hash, jws};

/// The least that RFC 7518, section 3.3, allows.
const BITS: usize = 2048;

/// No key pair could be generated or read.
#[derive(Debug, thiserror::Error)]
#[error("no RSA key pair to sign tokens with")]
pub(crate) struct KeyError;

/// Cheap to clone: the parts are shared.
#[derive(Clone)]
pub(crate) struct SigningKey {
    parts: Arc<Parts>,
}

struct Parts {
    kid: String,
    /// PKCS#1.
    der: Vec<u8>,
    /// base64url, big-endian.
    modulus: String,
    exponent: String,
}

impl SigningKey {
    /// The key pair that every emulator of this process begins with. Generating one takes many milliseconds, so it is done at first use.
    pub(crate) fn process_wide() -> Result<Self, KeyError> {
        static KEY: OnceLock<SigningKey> = OnceLock::new();
        if let Some(key) = KEY.get() {
            return Ok(key.clone());
        }
        let generated = Self::generate()?;
        Ok(KEY.get_or_init(|| generated).clone())
    }

    pub(crate) fn generate() -> Result<Self, KeyError> {
        Self::new(&PrivateKey::new(&mut SysRng, BITS).map_err(|_| KeyError)?)
    }

    fn new(private: &PrivateKey) -> Result<Self, KeyError> {
        let der = private.to_pkcs1_der().map_err(|_| KeyError)?.as_bytes().to_vec();
        let encode = |number: Box<[u8]>| Base64UrlUnpadded::encode_string(&number);
        let (modulus, exponent) = (encode(private.n_bytes()), encode(private.e_bytes()));
        let kid = thumbprint(&modulus, &exponent);
        Ok(Self { parts: Arc::new(Parts { kid, der, modulus, exponent }) })
    }

    pub(crate) fn kid(&self) -> &str {
        &self.parts.kid
    }

    /// The public half.
    pub(crate) fn jwk(&self) -> Value {
        let Parts { kid, der: _, modulus, exponent } = &*self.parts;
        json!({ "kty": "RSA", "alg": "RS256", "use": "sig", "kid": kid, "n": modulus, "e": exponent })
    }

    pub(crate) fn sign(&self, claims: &impl Serialize) -> Result<String, jsonwebtoken::errors::Error> {
        let Parts { kid, der, .. } = &*self.parts;
        jws::sign(Algorithm::RS256, Some(kid), claims, &EncodingKey::from_rsa_der(der))
    }

    /// The claims of a token that this key signed. Expiry and audience are the caller's to check.
    pub(crate) fn verify<T: DeserializeOwned + Clone>(&self, token: &str) -> Option<T> {
        let key = DecodingKey::from_rsa_components(&self.parts.modulus, &self.parts.exponent).ok()?;
        jws::verify(Algorithm::RS256, token, &key)
    }
}

/// The JWK's thumbprint (RFC 7638): the same key has the same `kid` wherever it is imported.
fn thumbprint(modulus: &str, exponent: &str) -> String {
    hash::sha256_base64url(&format!(r#"{{"e":"{exponent}","kty":"RSA","n":"{modulus}"}}"#))
}

impl Serialize for SigningKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Base64::encode_string(&self.parts.der).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for SigningKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let der = Base64::decode_vec(&text).map_err(|_| D::Error::custom(KeyError))?;
        let private = PrivateKey::from_pkcs1_der(&der).map_err(|_| D::Error::custom(KeyError))?;
        Self::new(&private).map_err(D::Error::custom)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { kid, der: _, modulus: _, exponent: _ } = &*self.parts;
        f.debug_struct("SigningKey").field("kid", kid).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signed_token_verifies_with_its_key_alone() {
        let key = SigningKey::process_wide().expect("a key");
        let token = key.sign(&json!({ "sub": "u1" })).expect("signs");
        assert_eq!(key.verify::<Value>(&token), Some(json!({ "sub": "u1" })));
        assert_eq!(SigningKey::generate().expect("another").verify::<Value>(&token), None);
    }

    #[test]
    fn exported_key_is_the_same_key() {
        let key = SigningKey::process_wide().expect("a key");
        let text = serde_json::to_string(&key).expect("JSON");
        let read: SigningKey = serde_json::from_str(&text).expect("a key");
        assert_eq!(read.jwk(), key.jwk());
        assert!(serde_json::from_str::<SigningKey>("\"AAAA\"").is_err());
    }
}
