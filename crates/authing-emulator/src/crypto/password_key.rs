//! The key pair for passwords: RSA-1024, PKCS#1 v1.5, base64.

use std::fmt;
use std::sync::OnceLock;

use base64ct::{Base64, Encoding as _};
use getrandom::SysRng;
use rsa::hazmat::rsa_decrypt;
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, EncodePublicKey as _, LineEnding};
use rsa::traits::PublicKeyParts as _;
use rsa::{BoxedUint, PrivateKey};
use zeroize::Zeroizing;

use crate::errors::{ErrorResponse, UNDECRYPTABLE_PASSWORD};

/// As long as the real service's key, so that clients meet the same limit of 117 bytes.
const BITS: usize = 1024;
/// The least random bytes before a message (RFC 8017, section 7.2.1).
const MIN_PADDING: usize = 8;

#[derive(Clone)]
pub(crate) struct PasswordKey {
    private: PrivateKey,
    public_pem: String,
}

impl PasswordKey {
    /// The key of this process: generated at first use, and shared by every emulator that is given none.
    pub(crate) fn process_wide() -> Result<Self, rsa::Error> {
        static KEY: OnceLock<PasswordKey> = OnceLock::new();
        if let Some(key) = KEY.get() {
            return Ok(key.clone());
        }
        let fresh = Self::new(PrivateKey::new(&mut SysRng, BITS)?)?;
        Ok(KEY.get_or_init(|| fresh).clone())
    }

    /// A private key in PEM, PKCS#8 or PKCS#1.
    pub(crate) fn from_pem(pem: &str) -> Result<Self, rsa::Error> {
        let private = PrivateKey::from_pkcs8_pem(pem)
            .or_else(|not_pkcs8| PrivateKey::from_pkcs1_pem(pem).map_err(|_| not_pkcs8))?;
        Self::new(private)
    }

    fn new(private: PrivateKey) -> Result<Self, rsa::Error> {
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
        let padded = self.raise(&bytes).map_err(|_| UNDECRYPTABLE_PASSWORD)?;
        let plain = message(&padded[padded.len() - self.private.size()..]).ok_or(UNDECRYPTABLE_PASSWORD)?;
        String::from_utf8(plain.to_vec()).map_err(|_| UNDECRYPTABLE_PASSWORD)
    }

    /// The bare operation: the library's own way through the padding makes up a message where there is none, which the service
    /// does not. It blinds nothing, because the time of a decryption tells nothing about a test's passwords that the test does
    /// not know.
    fn raise(&self, ciphertext: &[u8]) -> Result<Zeroizing<Box<[u8]>>, rsa::Error> {
        let number = BoxedUint::from_be_slice(ciphertext, self.private.n_bits_precision())?;
        Ok(Zeroizing::new(rsa_decrypt(None::<&mut SysRng>, &self.private, &number)?.to_be_bytes()))
    }
}

/// What is inside a padded message (RFC 8017, section 7.2.2).
fn message(padded: &[u8]) -> Option<&[u8]> {
    let rest = padded.strip_prefix(&[0, 2])?;
    let padding = rest.iter().position(|byte| *byte == 0).filter(|length| *length >= MIN_PADDING)?;
    Some(&rest[padding + 1..])
}

impl fmt::Debug for PasswordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { private: _, public_pem } = self;
        f.debug_struct("PasswordKey").field("public_pem", public_pem).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use rsa::Pkcs1v15Encrypt;

    use super::*;

    #[test]
    fn private_key_decrypts_what_the_public_key_encrypts() {
        let key = PasswordKey::process_wide().expect("a key");
        let hidden = key
            .private
            .to_public_key()
            .encrypt(&mut SysRng, Pkcs1v15Encrypt, "päss 密码".as_bytes())
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

    #[test]
    fn padding_is_eight_random_bytes_or_more() {
        let padded = |padding: usize| [&[0, 2][..], &vec![7; padding], b"\0pw"].concat();
        assert_eq!(message(&padded(8)), Some(&b"pw"[..]));
        assert_eq!(message(&padded(200)), Some(&b"pw"[..]));
        assert_eq!(message(&[0, 2, 7, 7, 7, 7, 7, 7, 7, 7, 0]), Some(&[][..]), "an empty password");
        assert_eq!(message(&padded(7)), None);
        assert_eq!(message(&[0, 2, 7, 7, 7, 7, 7, 7, 7, 7, 7]), None, "no end of the padding");
        assert_eq!(message(&[0, 1, 7, 7, 7, 7, 7, 7, 7, 7, 0, 7]), None, "a signature's padding");
    }
}
