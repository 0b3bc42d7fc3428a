//! The public key for the encryption of passwords.

use chacha20::ChaCha20Rng;

use super::rsaes;
use crate::Error;
use crate::crypto::{Base64, RsaPublicKey, rsa_public_key};
use crate::number::digits;

/// An RSA public key of 1024 to 8192 bits with an odd exponent (PKCS#1 v1.5 padding, as the service requires).
#[derive(Clone, Debug)]
pub struct PublicKey(RsaPublicKey);

impl PublicKey {
    /// The public service's key.
    pub const PUBLIC_SERVICE: &str = include_str!("public_service.pem");

    /// Parses a key from PEM (`-----BEGIN PUBLIC KEY-----`).
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] for a text that is no such key, for a modulus that has fewer than 1024 or more than 8192 bits or is
    /// even, and for an exponent that is even or less than 3.
    pub fn from_pem(pem: &str) -> Result<Self, Error> {
        parse(pem).map(Self).map_err(|reason| Error::invalid_argument("publicKey", reason))
    }

    pub(super) fn public_service() -> Self {
        // The key is a constant, and a test parses it.
        Self::from_pem(Self::PUBLIC_SERVICE).unwrap_or_else(|error| unreachable!("{error}"))
    }

    /// The longest password that fits the key, in bytes of UTF-8: 117 for a key of 1024 bits (RFC 8017, section 7.2.1).
    pub fn max_message_len(&self) -> usize {
        rsaes::max_message_len(&self.0)
    }

    /// The password's ciphertext in base64; `name` is the argument's, for the error.
    pub(crate) fn encrypt(
        &self,
        name: &'static str,
        password: &str,
        random: &mut ChaCha20Rng,
    ) -> Result<String, Error> {
        let plain = password.as_bytes();
        if plain.len() > self.max_message_len() {
            let longest = digits(i64::try_from(self.max_message_len()).unwrap_or(i64::MAX));
            return Err(Error::invalid_argument(name, ["is longer than ", &longest, " bytes of UTF-8"].concat()));
        }
        Ok(Base64::Standard.encode(&rsaes::encrypt(&self.0, plain, random)))
    }
}

/// A key as RFC 7468, section 13, writes it.
fn parse(pem: &str) -> Result<RsaPublicKey, &'static str> {
    let der = der(pem).unwrap_or_default();
    let numbers = rsa_public_key(&der).ok_or("is not an RSA public key in PEM (-----BEGIN PUBLIC KEY-----)")?;
    RsaPublicKey::new(numbers.0, numbers.1)
}

fn der(pem: &str) -> Option<Vec<u8>> {
    let body = pem.trim().strip_prefix("-----BEGIN PUBLIC KEY-----")?.strip_suffix("-----END PUBLIC KEY-----")?;
    let body: String = body.split_ascii_whitespace().collect();
    Base64::Standard.decode(&body)
}

#[cfg(test)]
mod tests {
    use chacha20::rand_core::SeedableRng as _;

    use super::*;

    #[test]
    fn the_public_services_key_takes_117_bytes() {
        let key = PublicKey::public_service();
        let mut random = ChaCha20Rng::from_seed([7; 32]);
        assert_eq!(key.max_message_len(), 117);
        assert_eq!(key.encrypt("password", &"p".repeat(117), &mut random).unwrap().len(), 172);
        let error = key.encrypt("password", &"密".repeat(40), &mut random).unwrap_err();
        assert_eq!(error.to_string(), "argument `password` is longer than 117 bytes of UTF-8");
    }

    #[test]
    fn each_encryption_differs() {
        let key = PublicKey::public_service();
        let mut random = ChaCha20Rng::from_seed([7; 32]);
        let mut encrypt = || key.encrypt("password", "pw", &mut random).unwrap();
        assert_ne!(encrypt(), encrypt());
    }

    #[test]
    fn a_bad_key_is_refused() {
        // Ed25519, from RFC 8410, section 10.1.
        const OF_ANOTHER_KIND: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----";
        let another_label = PublicKey::PUBLIC_SERVICE.replace("PUBLIC KEY", "RSA PUBLIC KEY");
        let cut = PublicKey::PUBLIC_SERVICE.replace("GKl64GDcIq3au+aqJQIDAQAB\n", "");
        for pem in ["", "key", OF_ANOTHER_KIND, &another_label, &cut] {
            let error = PublicKey::from_pem(pem).unwrap_err();
            assert_eq!(error.argument(), Some("publicKey"), "{pem}: {error}");
        }
    }
    /// The keys are made as `SubjectPublicKeyInfo` by another library, which takes any numbers.
    #[test]
    fn short_key_and_even_exponent_are_rejected_by_name() {
        use rsa_0_9::BigUint;
        use rsa_0_9::pkcs8::{EncodePublicKey as _, LineEnding};

        let pem = |bits: usize, exponent: u32| {
            let modulus = (BigUint::from(1_u8) << (bits - 1)) + 1_u8;
            let key = rsa_0_9::RsaPublicKey::new_unchecked(modulus, exponent.into());
            key.to_public_key_pem(LineEnding::LF).unwrap()
        };
        assert!(PublicKey::from_pem(&pem(1024, 65_537)).is_ok());
        for (bits, exponent, reason) in [
            (512, 65_537, "has fewer than 1024 bits"),
            (1023, 65_537, "has fewer than 1024 bits"),
            (8193, 65_537, "has more than 8192 bits"),
            (2048, 65_536, "has an even exponent"),
            (2048, 2, "has an even exponent"),
            (2048, 1, "has an exponent that is not between 3 and 2^64"),
        ] {
            let error = PublicKey::from_pem(&pem(bits, exponent)).unwrap_err();
            assert_eq!(error.to_string(), format!("argument `publicKey` {reason}"), "{bits} {exponent}");
        }
    }
}
