//! SM2 encryption (GM/T 0003.4) in the service's format: C1C3C2, lowercase hexadecimal digits, C1 without its `04`.

use std::fmt::Write as _;

use chacha20::ChaCha20Rng;
use sm2::PublicKey;
use sm2::pke::EncryptingKey;

use crate::{Error, Password};

/// The service's SM2 key.
pub(crate) struct Sm2PublicKey(EncryptingKey);

/// The byte before an uncompressed point (SEC 1, section 2.3.3).
const UNCOMPRESSED: u8 = 4;

impl Sm2PublicKey {
    /// Parses an uncompressed point: `04` and 128 hexadecimal digits. The `04` may be missing.
    pub(crate) fn from_hex(hex: &str) -> Option<Self> {
        let mut point = decode_hex(hex.trim())?;
        if point.len() == 64 {
            point.insert(0, UNCOMPRESSED);
        }
        let key = PublicKey::from_sec1_bytes(&point).ok()?;
        (point.len() == 65).then(|| Self(EncryptingKey::new(key)))
    }

    pub(crate) fn encrypt(&self, password: &Password, random: &mut ChaCha20Rng) -> Result<String, Error> {
        let cipher = self.0.encrypt(random, password.expose().as_bytes());
        let cipher = cipher.map_err(|_| Error::invalid_argument("password", "cannot be encrypted"))?;
        let without_mark = cipher.strip_prefix(&[UNCOMPRESSED]).unwrap_or(&cipher);
        let mut hex = String::with_capacity(2 * without_mark.len());
        for byte in without_mark {
            // Writing to a text does not fail.
            let _ = write!(hex, "{byte:02x}");
        }
        Ok(hex)
    }
}

impl std::fmt::Debug for Sm2PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sm2PublicKey")
    }
}

fn decode_hex(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.as_bytes();
    if !digits.len().is_multiple_of(2) || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let pairs =
        digits.chunks(2).map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()));
    pairs.collect()
}
