//! The pool's public key: what a password is encrypted with.

use base64ct::{Base64, Encoding as _};
use rsa::pkcs8::DecodePublicKey as _;
use rsa::traits::PublicKeyParts as _;
use rsa::{Pkcs1v15Encrypt, RsaPublicKey};

use crate::{Error, Password};

/// An RSA public key (PKCS#1 v1.5 padding, as the service wants it).
#[derive(Clone, Debug)]
pub struct PublicKey(RsaPublicKey);

/// What PKCS#1 v1.5 needs beside the message (RFC 8017, section 7.2.1).
const PADDING: usize = 11;

impl PublicKey {
    /// The public service's key.
    pub const PUBLIC_SERVICE: &str = include_str!("public_service.pem");

    /// Parses a key from PEM (`-----BEGIN PUBLIC KEY-----`).
    pub fn from_pem(pem: &str) -> Result<Self, Error> {
        RsaPublicKey::from_public_key_pem(pem.trim())
            .map(Self)
            .map_err(|_| Error::argument("publicKey", "is not an RSA public key in PEM (-----BEGIN PUBLIC KEY-----)"))
    }

    pub(super) fn of_the_public_service() -> Self {
        // The key is a constant, and a test parses it.
        Self::from_pem(Self::PUBLIC_SERVICE).unwrap_or_else(|error| unreachable!("{error}"))
    }

    /// How many bytes of UTF-8 a password may have: 117 for a key of 1024 bits.
    pub fn limit(&self) -> usize {
        self.0.size().saturating_sub(PADDING)
    }

    /// The password's ciphertext in base64; `name` is the argument's, for the error.
    pub(crate) fn encrypt(
        &self,
        name: &'static str,
        password: &Password,
        random: &mut rand_chacha::ChaCha20Rng,
    ) -> Result<String, Error> {
        let plain = password.expose().as_bytes();
        if plain.len() > self.limit() {
            return Err(Error::argument(name, format!("is longer than {} bytes of UTF-8", self.limit())));
        }
        self.0
            .encrypt(random, Pkcs1v15Encrypt, plain)
            .map(|cipher| Base64::encode_string(&cipher))
            .map_err(|_| Error::argument("publicKey", "cannot encrypt: it is not a usable RSA key"))
    }
}

#[cfg(test)]
mod tests {
    use rand_chacha::rand_core::SeedableRng as _;

    use super::*;

    #[test]
    fn the_public_services_key_takes_117_bytes() {
        let key = PublicKey::of_the_public_service();
        let mut random = rand_chacha::ChaCha20Rng::from_seed([7; 32]);
        assert_eq!(key.limit(), 117);
        assert_eq!(key.encrypt("password", &"p".repeat(117).into(), &mut random).unwrap().len(), 172);
        let error = key.encrypt("password", &"密".repeat(40).into(), &mut random).unwrap_err();
        assert_eq!(error.to_string(), "argument `password` is longer than 117 bytes of UTF-8");
    }

    #[test]
    fn each_encryption_differs() {
        let key = PublicKey::of_the_public_service();
        let mut random = rand_chacha::ChaCha20Rng::from_seed([7; 32]);
        let mut encrypt = || key.encrypt("password", &"pw".into(), &mut random).unwrap();
        assert_ne!(encrypt(), encrypt());
    }

    #[test]
    fn a_bad_key_is_refused() {
        assert!(PublicKey::from_pem("-----BEGIN PUBLIC KEY-----\nnot base64\n-----END PUBLIC KEY-----").is_err());
    }
}
