//! The key pair that passwords travel under: RSA-1024, PKCS#1 v1.5, base64.

use std::fmt;
use std::sync::OnceLock;

use base64ct::{Base64, Encoding as _};
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, EncodePublicKey as _, LineEnding};
use rsa::rand_core::OsRng;
use rsa::{Pkcs1v15Encrypt, RsaPrivateKey};
use zeroize::Zeroizing;

use crate::errors::{ErrorResponse, UNDECRYPTABLE_PASSWORD};

/// As long as the real service's key, so that clients meet the same limit of 117 bytes.
const BITS: usize = 1024;

#[derive(Clone)]
pub(crate) struct PasswordKey {
    private: RsaPrivateKey,
    public_pem: String,
}

impl PasswordKey {
    /// The key of this process: generated at first use, and shared by every emulator that is given none.
    pub(crate) fn process_wide() -> Result<Self, rsa::Error> {
        static KEY: OnceLock<PasswordKey> = OnceLock::new();
        if let Some(key) = KEY.get() {
            return Ok(key.clone());
        }
        let fresh = Self::new(RsaPrivateKey::new(&mut OsRng, BITS)?)?;
        Ok(KEY.get_or_init(|| fresh).clone())
    }

    /// A private key in PEM, PKCS#8 or PKCS#1.
    pub(crate) fn from_pem(pem: &str) -> Result<Self, rsa::Error> {
        let private = RsaPrivateKey::from_pkcs8_pem(pem)
            .or_else(|not_pkcs8| RsaPrivateKey::from_pkcs1_pem(pem).map_err(|_| not_pkcs8))?;
        Self::new(private)
    }

    fn new(private: RsaPrivateKey) -> Result<Self, rsa::Error> {
        let public_pem = private.to_public_key().to_public_key_pem(LineEnding::LF).map_err(rsa::pkcs8::Error::from)?;
        Ok(Self { private, public_pem })
    }

    /// PKCS#8.
    pub(crate) fn private_pem(&self) -> Result<Zeroizing<String>, rsa::pkcs8::Error> {
        self.private.to_pkcs8_pem(LineEnding::LF)
    }

    pub(crate) fn public_pem(&self) -> &str {
        &self.public_pem
    }

    /// The password inside `ciphertext`, or the service's error for one that it cannot decrypt.
    pub(crate) fn decrypt(&self, ciphertext: &str) -> Result<String, ErrorResponse> {
        let bytes = Base64::decode_vec(ciphertext).map_err(|_| UNDECRYPTABLE_PASSWORD)?;
        let plain = self.private.decrypt(Pkcs1v15Encrypt, &bytes).map_err(|_| UNDECRYPTABLE_PASSWORD)?;
        String::from_utf8(plain).map_err(|_| UNDECRYPTABLE_PASSWORD)
    }
}

impl fmt::Debug for PasswordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { private: _, public_pem } = self;
        f.debug_struct("PasswordKey").field("public_pem", public_pem).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_key_decrypts_what_the_public_key_encrypts() {
        let key = PasswordKey::process_wide().expect("a key");
        let hidden = key
            .private
            .to_public_key()
            .encrypt(&mut OsRng, Pkcs1v15Encrypt, "päss 密码".as_bytes())
            .expect("short enough");
        assert_eq!(key.decrypt(&Base64::encode_string(&hidden)).expect("ours"), "päss 密码");
    }

    #[test]
    fn undecryptable_password_is_error_2016() {
        let key = PasswordKey::process_wide().expect("a key");
        for rubbish in ["", "pw123456", "AAAA", "not base64!"] {
            assert_eq!(key.decrypt(rubbish), Err(UNDECRYPTABLE_PASSWORD));
        }
    }
}
