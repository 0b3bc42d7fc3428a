//! Passwords at rest: PBKDF2-HMAC-SHA-256 with a salt.

use std::fmt;
use std::num::NonZeroU16;

use pbkdf2::pbkdf2_hmac_array;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::random;

/// Far below what a real service should use (OWASP asks for 600,000): these accounts are a test's, and tests must be fast.
const ROUNDS: NonZeroU16 = NonZeroU16::new(32).unwrap();
/// Those of a hash that does not say: it was exported when all had as many.
const UNSAID_ROUNDS: NonZeroU16 = NonZeroU16::new(600).unwrap();

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct PasswordHash {
    salt: [u8; 16],
    digest: [u8; 32],
    /// An imported state cannot ask for more than takes some milliseconds.
    #[serde(default = "unsaid_rounds")]
    rounds: NonZeroU16,
}

impl PasswordHash {
    pub(crate) fn new(password: &str) -> Self {
        let salt = random::bytes();
        Self { salt, digest: digest(password, &salt, ROUNDS), rounds: ROUNDS }
    }

    pub(crate) fn matches(&self, password: &str) -> bool {
        digest(password, &self.salt, self.rounds) == self.digest
    }
}

fn unsaid_rounds() -> NonZeroU16 {
    UNSAID_ROUNDS
}

fn digest(password: &str, salt: &[u8], rounds: NonZeroU16) -> [u8; 32] {
    pbkdf2_hmac_array::<Sha256, 32>(password.as_bytes(), salt, rounds.get().into())
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { salt: _, digest: _, rounds: _ } = self;
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

    #[test]
    fn exported_hash_matches_with_its_own_rounds() {
        for rounds in [1, 32, 1000].map(|rounds| NonZeroU16::new(rounds).expect("not zero")) {
            let hash = PasswordHash { salt: [1; 16], digest: digest("pw123456", &[1; 16], rounds), rounds };
            let exported = serde_json::to_string(&hash).expect("JSON");
            let imported: PasswordHash = serde_json::from_str(&exported).expect("a hash");
            assert!(imported.matches("pw123456"), "{rounds}");
        }
    }

    /// The digest is Python's: `hashlib.pbkdf2_hmac('sha256', b'pw123456', bytes([1] * 16), 600)`.
    #[test]
    fn hash_without_its_rounds_has_six_hundred() {
        let digest = [
            26, 229, 12, 128, 167, 8, 180, 178, 159, 251, 197, 235, 187, 209, 112, 97, 171, 13, 207, 59, 184, 39, 3,
            87, 178, 64, 155, 110, 94, 74, 244, 53,
        ];
        let exported = serde_json::json!({ "salt": vec![1; 16], "digest": digest });
        let imported: PasswordHash = serde_json::from_value(exported).expect("a hash");
        assert!(imported.matches("pw123456"));
    }
}
