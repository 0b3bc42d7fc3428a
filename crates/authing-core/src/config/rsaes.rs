//! RSAES-PKCS1-v1_5, the encrypting half (RFC 8017, section 7.2.1): the padding of a message.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::Rng as _;
use zeroize::Zeroizing;

use crate::crypto::RsaPublicKey;

/// The bytes that the padding takes beside the message: two before it, at least eight random ones, and a zero.
const PADDING: usize = 11;

/// The greatest length of a message, in bytes.
pub(super) fn max_message_len(key: &RsaPublicKey) -> usize {
    key.len() - PADDING
}

/// The ciphertext of a message, which has [`max_message_len`] bytes at most.
pub(super) fn encrypt(key: &RsaPublicKey, message: &[u8], random: &mut ChaCha20Rng) -> Box<[u8]> {
    let padded = Zeroizing::new(pad(key.len(), message, random));
    // The padding begins with a zero byte, so that the number is less than the modulus.
    key.raise(&padded).unwrap_or_else(|| unreachable!("the padded message is less than the modulus"))
}

/// `00 02 random… 00 message`, as long as the modulus.
fn pad(len: usize, message: &[u8], random: &mut ChaCha20Rng) -> Vec<u8> {
    let mut padded = vec![0; len];
    let (head, tail) = padded.split_at_mut(len - message.len());
    tail.copy_from_slice(message);
    head[1] = 2;
    let end = head.len() - 1;
    random.fill_bytes(&mut head[2..end]);
    // A zero would end the padding.
    for byte in &mut head[2..end] {
        while *byte == 0 {
            [*byte, ..] = random.next_u32().to_le_bytes();
        }
    }
    padded
}

#[cfg(test)]
mod tests {
    use chacha20::rand_core::SeedableRng as _;
    use rand_chacha::rand_core::SeedableRng as _;
    use rsa_0_9::traits::PublicKeyParts as _;
    use rsa_0_9::{BigUint, Pkcs1v15Encrypt, RsaPrivateKey};

    use super::*;

    #[test]
    fn ciphertexts_of_all_key_sizes_decrypt_with_another_library() {
        let mut random = ChaCha20Rng::from_seed([3; 32]);
        // That library wants its random numbers through another version's trait.
        let mut others = rand_chacha::ChaCha20Rng::from_seed([3; 32]);
        for (bits, exponent) in [(1024, 3_u32), (1024, 65_537), (1031, 17), (1544, 65_537), (2048, 65_537)] {
            let private = RsaPrivateKey::new_with_exp(&mut others, bits, &BigUint::from(exponent)).unwrap();
            let key = RsaPublicKey::new(&private.n().to_bytes_be(), &private.e().to_bytes_be()).unwrap();
            for length in [0, 1, max_message_len(&key)] {
                let message = vec![b'x'; length];
                let cipher = encrypt(&key, &message, &mut random);
                assert_eq!(cipher.len(), bits.div_ceil(8));
                assert_eq!(private.decrypt(Pkcs1v15Encrypt, &cipher).unwrap(), message, "{bits} {exponent} {length}");
            }
        }
    }

    #[test]
    fn padding_has_no_zero_before_its_end() {
        let mut random = ChaCha20Rng::from_seed([4; 32]);
        for _ in 0..100 {
            let padded = pad(128, b"pw", &mut random);
            assert_eq!((padded.len(), &padded[..2], &padded[125..]), (128, &[0, 2][..], &b"\0pw"[..]));
            assert!(padded[2..125].iter().all(|byte| *byte != 0));
        }
    }
}
