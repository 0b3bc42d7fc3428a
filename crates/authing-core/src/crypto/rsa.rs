//! The RSA public-key operation (RFC 8017, sections 5.1.1 and 5.2.2): one number raised to a public exponent.

use super::montgomery::Modulus;

/// A shorter modulus has been factored in public (RSA-250, 829 bits), so that its key protects nothing.
const MIN_BITS: usize = 1024;
/// No deployment has a longer modulus; a wrong file should not cost time.
const MAX_BITS: usize = 8192;

/// A public key.
#[derive(Clone, Debug)]
pub(crate) struct RsaPublicKey {
    modulus: Modulus,
    /// The modulus as bytes, to compare with.
    limit: Box<[u8]>,
    exponent: u64,
    bits: usize,
}

impl RsaPublicKey {
    /// Takes a key's two numbers, as big-endian bytes without leading zeros.
    ///
    /// # Errors
    ///
    /// The reason, as the end of a sentence that begins with the key's name.
    pub(crate) fn new(modulus: &[u8], exponent: &[u8]) -> Result<Self, &'static str> {
        let bits = bits(modulus).ok_or("has a modulus with a leading zero")?;
        if bits < MIN_BITS {
            return Err("has fewer than 1024 bits");
        }
        if bits > MAX_BITS {
            return Err("has more than 8192 bits");
        }
        if modulus.last().is_none_or(|byte| byte % 2 == 0) {
            return Err("has an even modulus");
        }
        let exponent = exponent
            .iter()
            .try_fold(0_u64, |number, byte| number.checked_mul(256)?.checked_add((*byte).into()))
            .filter(|exponent| *exponent > 1)
            .ok_or("has an exponent that is not between 3 and 2^64")?;
        if exponent % 2 == 0 {
            return Err("has an even exponent");
        }
        Ok(Self { modulus: Modulus::new(modulus), limit: modulus.into(), exponent, bits })
    }

    /// The length of the modulus in bits.
    pub(crate) fn bits(&self) -> usize {
        self.bits
    }

    /// The length in bytes of the modulus, of a ciphertext and of a signature.
    pub(crate) fn len(&self) -> usize {
        self.bits.div_ceil(8)
    }

    /// The public exponent.
    pub(crate) fn exponent(&self) -> u64 {
        self.exponent
    }

    /// Raises a big-endian number of [`len`](Self::len) bytes to the exponent; `None` unless it is less than the modulus.
    ///
    /// The number may be a padded password: the copies of it that are made here are wiped, and its bits do not show in the time.
    pub(crate) fn raise(&self, number: &[u8]) -> Option<Box<[u8]>> {
        if number.len() != self.len() || *number >= *self.limit {
            return None;
        }
        let bytes = self.modulus.raise(number, self.exponent);
        // A number takes whole machine words; the key may be shorter.
        Some(bytes[bytes.len() - self.len()..].into())
    }
}

/// The length of a big-endian number in bits; `None` where it has a leading zero, or no byte.
fn bits(number: &[u8]) -> Option<usize> {
    let zeros = number.first().filter(|byte| **byte != 0)?.leading_zeros();
    Some(number.len() * 8 - zeros as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_or_malformed_key_is_rejected() {
        let ordinary = [0xff; 128];
        assert!(RsaPublicKey::new(&ordinary, &[1, 0, 1]).is_ok());
        assert!(RsaPublicKey::new(&[&[0x7f; 1][..], &[0xff; 127]].concat(), &[3]).is_err(), "1023 bits");
        assert!(RsaPublicKey::new(&[0xff; 1025], &[1, 0, 1]).is_err(), "too long");
        assert!(RsaPublicKey::new(&[0xfe; 128], &[1, 0, 1]).is_err(), "an even modulus");
        assert!(RsaPublicKey::new(&[&[0; 1][..], &ordinary].concat(), &[1, 0, 1]).is_err(), "a leading zero");
        assert!(RsaPublicKey::new(&[], &[1, 0, 1]).is_err(), "no modulus");
        for exponent in [&[][..], &[0], &[1], &[2], &[1, 0, 0], &[1; 9]] {
            assert!(RsaPublicKey::new(&ordinary, exponent).is_err(), "{exponent:?}");
        }
    }

    #[test]
    fn number_of_another_length_or_size_is_not_raised() {
        let key = RsaPublicKey::new(&[0xff; 128], &[1, 0, 1]).unwrap();
        assert!(key.raise(&[1; 128]).is_some());
        assert!(key.raise(&[1; 127]).is_none());
        assert!(key.raise(&[1; 129]).is_none());
        assert!(key.raise(&[0xff; 128]).is_none(), "the modulus itself");
    }
}
