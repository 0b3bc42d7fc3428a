//! The header of a JSON Web Signature (RFC 7515, section 4.1).

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use super::{ReadMembers, TokenVerificationError};

/// The members of a header that count. The others, such as `jku` and `jwk`, say where to find a key, and that is not the
/// token's to say (RFC 8725, section 3.10).
#[derive(Default)]
pub(crate) struct JwsHeader {
    pub(crate) algorithm: Option<JwsAlgorithm>,
    pub(crate) key_id: Option<String>,
    pub(crate) kind: Option<JwsType>,
    critical: bool,
}

/// An algorithm that a token names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JwsAlgorithm {
    /// HMAC with SHA-256 (RFC 7518, section 3.2).
    Hs256,
    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3).
    Rs256,
    /// Another, by its registered name.
    Other(&'static str),
}

/// The type that a token says it is (`typ`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JwsType {
    /// `JWT`.
    Jwt,
    /// `at+jwt`, an access token (RFC 9068, section 2.1).
    AccessToken,
    /// Another.
    Other,
}

/// The registered names (the IANA registry "JSON Web Signature and Encryption Algorithms") that an error may show.
const OTHERS: [&str; 17] = [
    "none",
    "HS384",
    "HS512",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "ES256K",
    "EdDSA",
    "RSA1_5",
    "RSA-OAEP",
    "RSA-OAEP-256",
    "dir",
];

impl JwsHeader {
    /// Checks what every header must have and must not have.
    pub(super) fn check(self) -> Result<Self, TokenVerificationError> {
        match self {
            Self { algorithm: None, .. } => Err(TokenVerificationError::Malformed),
            Self { critical: true, .. } => Err(TokenVerificationError::CriticalExtension),
            header => Ok(header),
        }
    }

    /// Checks that the token names the algorithm of the caller's configuration, which is the only one that is ever used.
    pub(crate) fn require(&self, expected: JwsAlgorithm) -> Result<(), TokenVerificationError> {
        match self.algorithm {
            Some(algorithm) if algorithm == expected => Ok(()),
            Some(algorithm) => Err(TokenVerificationError::InvalidAlgorithm { algorithm: algorithm.name() }),
            None => Err(TokenVerificationError::Malformed),
        }
    }
}

impl ReadMembers for JwsHeader {
    fn read_member<'de, M: MapAccess<'de>>(&mut self, name: &str, map: &mut M) -> Result<(), M::Error> {
        match name {
            "alg" => self.algorithm = Some(map.next_value()?),
            "kid" => self.key_id = Some(map.next_value()?),
            "typ" => self.kind = Some(map.next_value()?),
            // `null` and an empty list are extensions, too: neither is a form that RFC 7515 allows.
            "crit" => {
                map.next_value::<IgnoredAny>()?;
                self.critical = true;
            }
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

impl JwsAlgorithm {
    fn name(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Rs256 => "RS256",
            Self::Other(name) => name,
        }
    }
}

impl From<&str> for JwsAlgorithm {
    /// Names are compared with their case (RFC 7515, section 4.1.1).
    fn from(name: &str) -> Self {
        match name {
            "HS256" => Self::Hs256,
            "RS256" => Self::Rs256,
            name => Self::Other(OTHERS.into_iter().find(|other| *other == name).unwrap_or("unknown")),
        }
    }
}

impl From<&str> for JwsType {
    /// Media types are compared without their case, and `application/` may be left out (RFC 7515, section 4.1.9).
    fn from(name: &str) -> Self {
        const PREFIX: &str = "application/";
        let name = match name.get(..PREFIX.len()) {
            Some(prefix) if prefix.eq_ignore_ascii_case(PREFIX) => &name[PREFIX.len()..],
            _ => name,
        };
        match name {
            name if name.eq_ignore_ascii_case("JWT") => Self::Jwt,
            name if name.eq_ignore_ascii_case("at+jwt") => Self::AccessToken,
            _ => Self::Other,
        }
    }
}

impl<'de> Deserialize<'de> for JwsAlgorithm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Name(|name: &str| Self::from(name)))
    }
}

impl<'de> Deserialize<'de> for JwsType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Name(|name: &str| Self::from(name)))
    }
}

/// Reads a string without copying it.
struct Name<F>(F);

impl<F: Fn(&str) -> T, T> Visitor<'_> for Name<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, name: &str) -> Result<T, E> {
        Ok(self.0(name))
    }
}
