//! RSAES-PKCS1-v1_5, the encrypting half (RFC 8017, section 7.2.1): one number raised to a public exponent.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::Rng as _;
use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
use crypto_bigint::{BoxedUint, Odd};
use zeroize::Zeroizing;

/// What the padding takes beside the message: two bytes before it, at least eight random ones, and a zero.
const PADDING: usize = 11;
/// Nobody has a larger key; a wrong file should not cost time.
const MOST_BYTES: usize = 1024;

/// A public key.
#[derive(Clone, Debug)]
pub(super) struct Rsa {
    modulus: BoxedMontyParams,
    exponent: u64,
    /// The length of the modulus, and of a ciphertext.
    size: usize,
}

impl Rsa {
    /// Takes a key's two numbers, as big-endian bytes without leading zeros; gives nothing where no message fits the key.
    pub(super) fn new(modulus: &[u8], exponent: &[u8]) -> Option<Self> {
        if !(PADDING..=MOST_BYTES).contains(&modulus.len()) {
            return None;
        }
        let exponent =
            exponent.iter().try_fold(0_u64, |number, byte| number.checked_mul(256)?.checked_add((*byte).into()));
        let modulus_number: Option<_> = Odd::new(BoxedUint::from_be_slice_vartime(modulus)).into();
        Some(Self {
            modulus: BoxedMontyParams::new_vartime(modulus_number?),
            exponent: exponent.filter(|exponent| *exponent > 1)?,
            size: modulus.len(),
        })
    }

    /// How many bytes a message may have.
    pub(super) fn limit(&self) -> usize {
        self.size - PADDING
    }

    /// The ciphertext of a message, which has [`limit`](Self::limit) bytes at most.
    pub(super) fn encrypt(&self, message: &[u8], random: &mut ChaCha20Rng) -> Box<[u8]> {
        let padded = Zeroizing::new(self.pad(message, random));
        let number = BoxedUint::from_be_slice_truncated(&padded, self.modulus.bits_precision());
        let cipher = self.power(&BoxedMontyForm::new(number, &self.modulus)).retrieve().to_be_bytes();
        // A number takes whole machine words; the key may be shorter.
        cipher[cipher.len() - self.size..].into()
    }

    /// `00 02 random… 00 message`, as long as the modulus.
    fn pad(&self, message: &[u8], random: &mut ChaCha20Rng) -> Vec<u8> {
        let mut padded = vec![0; self.size];
        let (head, tail) = padded.split_at_mut(self.size - message.len());
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

    /// Square and multiply, from the exponent's second bit on. Its bits are public, so they may show in the time; the base's do
    /// not.
    fn power(&self, base: &BoxedMontyForm) -> BoxedMontyForm {
        let mut power = base.clone();
        for bit in (0..self.exponent.ilog2()).rev() {
            power = power.square();
            if self.exponent >> bit & 1 == 1 {
                power = power.mul(base);
            }
        }
        power
    }
}

#[cfg(test)]
mod tests {
    use chacha20::rand_core::SeedableRng as _;
    use rand_chacha::rand_core::SeedableRng as _;
    use rsa::traits::PublicKeyParts as _;
    use rsa::{BigUint, Pkcs1v15Encrypt, RsaPrivateKey};

    use super::*;

    #[test]
    fn another_library_decrypts_what_keys_of_any_size_encrypt() {
        let mut random = ChaCha20Rng::from_seed([3; 32]);
        // That library wants its random numbers through another version's trait.
        let mut others = rand_chacha::ChaCha20Rng::from_seed([3; 32]);
        for (bits, exponent) in [(512, 3_u32), (1000, 65_537), (1024, 3), (1024, 65_537), (1031, 17), (2048, 65_537)] {
            let private = RsaPrivateKey::new_with_exp(&mut others, bits, &BigUint::from(exponent)).unwrap();
            let key = Rsa::new(&private.n().to_bytes_be(), &private.e().to_bytes_be()).unwrap();
            for length in [0, 1, key.limit()] {
                let message = vec![b'x'; length];
                let cipher = key.encrypt(&message, &mut random);
                assert_eq!(cipher.len(), bits.div_ceil(8));
                assert_eq!(private.decrypt(Pkcs1v15Encrypt, &cipher).unwrap(), message, "{bits} {exponent} {length}");
            }
        }
    }

    #[test]
    fn padding_has_no_zero_before_its_end() {
        let mut random = ChaCha20Rng::from_seed([4; 32]);
        let key = Rsa::new(&[0xff; 128], &[1, 0, 1]).unwrap();
        for _ in 0..100 {
            let padded = key.pad(b"pw", &mut random);
            assert_eq!((padded.len(), &padded[..2], &padded[125..]), (128, &[0, 2][..], &b"\0pw"[..]));
            assert!(padded[2..125].iter().all(|byte| *byte != 0));
        }
    }

    #[test]
    fn numbers_that_are_no_key_are_refused() {
        let ordinary = [0xff; 128];
        assert!(Rsa::new(&ordinary, &[1, 0, 1]).is_some());
        assert!(Rsa::new(&[0xff; 10], &[1, 0, 1]).is_none(), "no message fits");
        assert!(Rsa::new(&[0xff; MOST_BYTES + 1], &[1, 0, 1]).is_none(), "too long");
        assert!(Rsa::new(&[0xfe; 128], &[1, 0, 1]).is_none(), "even");
        for exponent in [&[][..], &[0], &[1], &[1; 9]] {
            assert!(Rsa::new(&ordinary, exponent).is_none(), "{exponent:?}");
        }
    }
}
