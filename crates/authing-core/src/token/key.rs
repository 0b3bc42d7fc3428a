//! The key, and with it the algorithm, that tokens are verified with.

use std::sync::Arc;

use crate::jose::{CompactJws, Hs256Key, JsonWebKeySet, JwsAlgorithm, JwsHeader, TokenVerificationError};

/// The key that tokens are verified with. It decides the algorithm: a token that names another one is rejected, with every key
/// it is signed with (RFC 8725, section 3.1).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum VerificationKey {
    /// HS256 with a secret: a pool's user tokens, and an application's ID tokens by default.
    Hs256(Hs256Key),
    /// RS256 with the issuer's public keys, one of which the token's `kid` names.
    Rs256(Arc<JsonWebKeySet>),
}

impl VerificationKey {
    fn algorithm(&self) -> JwsAlgorithm {
        match self {
            Self::Hs256(_) => JwsAlgorithm::Hs256,
            Self::Rs256(_) => JwsAlgorithm::Rs256,
        }
    }

    /// The header of a token that names our algorithm; nothing else of it is verified.
    pub(super) fn unverified_header(&self, token: &str) -> Result<JwsHeader, TokenVerificationError> {
        let header = CompactJws::split(token)?.header()?;
        header.require(self.algorithm())?;
        Ok(header)
    }

    /// The header and the payload of a token that this key has signed.
    pub(super) fn verify(&self, token: &str) -> Result<(JwsHeader, Vec<u8>), TokenVerificationError> {
        let jws = CompactJws::split(token)?;
        let header = jws.header()?;
        header.require(self.algorithm())?;
        let signature = jws.signature()?;
        let genuine = match self {
            Self::Hs256(key) => key.verify(jws.signing_input(), signature.as_ref()),
            Self::Rs256(keys) => {
                let key = keys.find(header.key_id.as_deref()).ok_or(TokenVerificationError::UnknownKey)?;
                key.verify(jws.signing_input(), signature.as_ref())
            }
        };
        if !genuine {
            return Err(TokenVerificationError::InvalidSignature);
        }
        Ok((header, jws.payload()?))
    }
}

impl From<Hs256Key> for VerificationKey {
    fn from(key: Hs256Key) -> Self {
        Self::Hs256(key)
    }
}

impl From<JsonWebKeySet> for VerificationKey {
    fn from(keys: JsonWebKeySet) -> Self {
        Self::Rs256(Arc::new(keys))
    }
}

impl From<Arc<JsonWebKeySet>> for VerificationKey {
    fn from(keys: Arc<JsonWebKeySet>) -> Self {
        Self::Rs256(keys)
    }
}
