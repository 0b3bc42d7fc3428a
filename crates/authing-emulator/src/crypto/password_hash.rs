//! Passwords at rest: PBKDF2-HMAC-SHA-256 with a salt.

use std::fmt;

use pbkdf2::pbkdf2_hmac_array;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::random;

/// Far below what a real service should use (OWASP asks for 600,000): these accounts are a test's, and tests must be fast.
const ROUNDS: u32 = 600;

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct PasswordHash {
    salt: [u8; 16],
    digest: [u8; 32],
}

impl PasswordHash {
    pub(crate) fn new(password: &str) -> Self {
        let salt = random::bytes();
        Self { salt, digest: digest(password, &salt) }
    }

    pub(crate) fn matches(&self, password: &str) -> bool {
        digest(password, &self.salt) == self.digest
    }
}

fn digest(password: &str, salt: &[u8]) -> [u8; 32] {
    pbkdf2_hmac_array::<Sha256, 32>(password.as_bytes(), salt, ROUNDS)
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { salt: _, digest: _ } = self;
        f.write_str("PasswordHash(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_itself_matches() {
        let hash = PasswordHash::new("pw123456");
        assert!(hash.matches("pw123456"));
        assert!(!hash.matches("pw123457"));
        assert_ne!(hash.digest, PasswordHash::new("pw123456").digest, "the salt differs each time");
    }
}
