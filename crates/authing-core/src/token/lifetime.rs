//! The time in which a token is valid (RFC 7519, sections 4.1.4 to 4.1.6).

use std::time::Duration;

use super::claims::timestamp;
use crate::jose::TokenVerificationError;
use crate::time::Timestamp;

/// The times that a token claims, in seconds since 1970.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lifetime {
    pub(super) iat: Option<i64>,
    pub(super) nbf: Option<i64>,
    pub(super) exp: Option<i64>,
}

impl Lifetime {
    /// Checks `exp`, which is required and returned, and `nbf`. The token is valid from `nbf` on and no longer at `exp`.
    pub(super) fn check(&self, leeway: Duration, now: Timestamp) -> Result<i64, TokenVerificationError> {
        let exp = self.exp.ok_or(TokenVerificationError::MissingExpiry)?;
        if timestamp(exp) + leeway <= now {
            return Err(TokenVerificationError::Expired);
        }
        if self.nbf.is_some_and(|nbf| now + leeway < timestamp(nbf)) {
            return Err(TokenVerificationError::NotYetValid);
        }
        Ok(exp)
    }

    /// Checks `iat`, which is required.
    pub(super) fn check_issued(&self, leeway: Duration, now: Timestamp) -> Result<(), TokenVerificationError> {
        let iat = self.iat.ok_or(TokenVerificationError::MissingClaim { claim: "iat" })?;
        if now + leeway < timestamp(iat) {
            return Err(TokenVerificationError::IssuedInFuture);
        }
        Ok(())
    }
}
