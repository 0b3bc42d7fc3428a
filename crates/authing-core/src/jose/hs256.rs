//! HMAC with SHA-256 (RFC 7518, section 3.2).

use hmac::{Hmac, Mac as _};

use crate::{Error, Secret};

/// The least length of a secret in bytes: that of the hash (RFC 7518, section 3.2). The service's secrets have 32 hex digits.
const MIN_LEN: usize = 32;

/// A secret that tokens are signed with.
///
/// ```
/// use authing_core::token::Hs256Key;
///
/// assert!(Hs256Key::new("0123456789abcdef0123456789abcdef").is_ok());
/// assert!(Hs256Key::new("short").is_err());
/// assert!(Hs256Key::allow_short("short").is_ok());
/// assert!(Hs256Key::allow_short("").is_err());
/// ```
#[derive(Clone, Debug)]
pub struct Hs256Key(Secret);

impl Hs256Key {
    /// Takes a secret of at least 32 bytes.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] for a shorter secret: a token that it has signed is enough to find it by trying.
    pub fn new(secret: impl Into<Secret>) -> Result<Self, Error> {
        let secret = secret.into();
        if secret.expose().len() < MIN_LEN {
            return Err(Error::invalid_argument("secret", "is shorter than the 32 bytes that HS256 needs"));
        }
        Ok(Self(secret))
    }

    /// Takes a secret of any length but zero. Use it where a secret is short and cannot be changed.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] for an empty secret, with which every program can sign.
    pub fn allow_short(secret: impl Into<Secret>) -> Result<Self, Error> {
        let secret = secret.into();
        if secret.expose().is_empty() {
            return Err(Error::invalid_argument("secret", "is empty: every program can sign with it"));
        }
        Ok(Self(secret))
    }

    /// Whether the signature is that of the text; the time of the comparison does not tell where they differ.
    pub(crate) fn verify(&self, signing_input: &str, signature: &[u8]) -> bool {
        // HMAC takes keys of any length.
        let Ok(mut mac) = Hmac::<sha2::Sha256>::new_from_slice(self.0.expose().as_bytes()) else {
            return false;
        };
        mac.update(signing_input.as_bytes());
        mac.verify_slice(signature).is_ok()
    }
}
