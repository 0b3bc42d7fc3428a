//! RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2.2; RFC 7518, section 3.3).

use sha2::{Digest as _, Sha256};

use crate::crypto::RsaPublicKey;

/// The lengths of a modulus that are accepted, in bits: RFC 7518 asks for 2048 at least, and more than 4096 only costs time.
const BITS: std::ops::RangeInclusive<usize> = 2048..=4096;
/// The exponent that is accepted. Every provider uses it.
const EXPONENT: u64 = 65_537;
/// The DER of a `DigestInfo` up to the hash (RFC 8017, section 9.2, note 1).
const DIGEST_INFO: [u8; 19] = *b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20";

/// A key that verifies RS256, or nothing where the two numbers are no such key.
pub(super) fn key(modulus: &[u8], exponent: &[u8]) -> Option<RsaPublicKey> {
    let key = RsaPublicKey::new(modulus, exponent).ok()?;
    (BITS.contains(&key.bits()) && key.exponent() == EXPONENT).then_some(key)
}

/// Whether the signature is that of the text.
///
/// The padding is encoded again and compared as a whole. Nothing of it is parsed, so that no signature with forged padding can
/// pass. A signature that is not as long as the modulus, or not less than it, is none.
pub(super) fn verify(key: &RsaPublicKey, signing_input: &[u8], signature: &[u8]) -> bool {
    key.raise(signature).is_some_and(|message| *message == *encode(signing_input, key.len()))
}

/// EMSA-PKCS1-v1_5 (RFC 8017, section 9.2): `00 01 ff… 00 DigestInfo`, as long as the modulus.
fn encode(text: &[u8], len: usize) -> Vec<u8> {
    let hash = Sha256::digest(text);
    let mut message = vec![0xff; len - DIGEST_INFO.len() - hash.len()];
    let end = message.len() - 1;
    (message[0], message[1], message[end]) = (0, 1, 0);
    message.extend_from_slice(&DIGEST_INFO);
    message.extend_from_slice(&hash);
    message
}
