//! Time-based one-time passwords (RFC 6238): six digits, a new one every thirty seconds, HMAC-SHA-1.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, Mac as _};
use sha1::Sha1;

use super::random;
use crate::clock::Timestamp;

const STEP_SECONDS: i64 = 30;
const DIGITS: u32 = 6;

/// A new key, as authenticators take it: 20 random bytes in base32.
pub(crate) fn new_key() -> String {
    BASE32_NOPAD.encode(&random::bytes::<20>())
}

/// The step whose password this is: the current one, the one before or the one after (RFC 6238, section 5.2).
pub(crate) fn step_of(password: &str, key: &str, now: Timestamp) -> Option<i64> {
    let key = BASE32_NOPAD.decode(key.as_bytes()).ok()?;
    let current = now.seconds().div_euclid(STEP_SECONDS);
    [current, current - 1, current + 1].into_iter().find(|step| at_step(&key, *step) == password)
}

/// HOTP (RFC 4226, section 5.3) of the step's number.
fn at_step(key: &[u8], step: i64) -> String {
    // HMAC takes a key of any length.
    let Ok(mac) = Hmac::<Sha1>::new_from_slice(key) else { return String::new() };
    let hash = mac.chain_update(step.to_be_bytes()).finalize().into_bytes();
    let offset = usize::from(hash[19] & 0x0f);
    let word = u32::from_be_bytes([hash[offset], hash[offset + 1], hash[offset + 2], hash[offset + 3]]);
    let number = (word & 0x7fff_ffff) % 10_u32.pow(DIGITS);
    format!("{number:06}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, the last six of its eight digits.
    #[test]
    fn the_published_vectors_hold() {
        let key = BASE32_NOPAD.encode(b"12345678901234567890");
        for (seconds, password) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            let now = Timestamp::from_seconds(seconds);
            assert_eq!(step_of(password, &key, now), Some(seconds / 30));
            assert_eq!(step_of(password, &key, Timestamp::from_seconds(seconds + 90)), None);
        }
    }

    #[test]
    fn a_key_is_what_an_authenticator_takes() {
        let key = new_key();
        assert_eq!(key.len(), 32);
        assert!(key.bytes().all(|byte| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(&byte)), "{key}");
    }
}
