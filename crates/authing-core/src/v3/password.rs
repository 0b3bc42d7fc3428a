//! The passwords of today's REST API: unencrypted over TLS, or encrypted with a key that the service publishes.
//!
//! All calls have one rule: all passwords of a request are encrypted, or none; `passwordEncryptType` names the method. The
//! caller's values are never changed.

mod obtain_key;
#[cfg(feature = "sm2")]
mod sm2;

use std::convert::Infallible;
use std::sync::Arc;

pub(crate) use self::obtain_key::SharedPasswordKey;
#[cfg(feature = "sm2")]
pub(crate) use self::sm2::Sm2PublicKey;
use crate::flow::Flow;
use crate::random::Random;
use crate::time::Timestamp;
use crate::transport::MaybeSendSync;
use crate::{Error, Password, PublicKey};

/// The member of a request that names the encryption of its passwords.
pub(crate) const PASSWORD_ENCRYPT_TYPE: &str = "passwordEncryptType";

/// The encryption of the passwords of a request, in addition to TLS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PasswordEncryption {
    /// No encryption, by default: TLS protects the passwords. A password is not sent over plain HTTP, except to the loopback.
    #[default]
    None,
    /// RSA with PKCS#1 v1.5 (RFC 8017, section 7.2), with the service's key. A password's limit is the length of the modulus
    /// less 11 bytes of UTF-8.
    Rsa,
    /// SM2 (GM/T 0003.4), with the service's key.
    #[cfg(feature = "sm2")]
    Sm2,
}

impl PasswordEncryption {
    /// The name on the wire. A request without encryption does not name it.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Rsa => Some("rsa"),
            #[cfg(feature = "sm2")]
            Self::Sm2 => Some("sm2"),
        }
    }
}

/// The service's key.
#[derive(Debug)]
pub(crate) enum PasswordKey {
    Rsa(PublicKey),
    #[cfg(feature = "sm2")]
    Sm2(Sm2PublicKey),
}

impl PasswordKey {
    /// Encrypts a password.
    pub(crate) fn encrypt(&self, password: &Password, random: &Random) -> Result<String, Error> {
        random.with(|random| match self {
            Self::Rsa(key) => key.encrypt("password", password.expose(), random),
            #[cfg(feature = "sm2")]
            Self::Sm2(key) => key.encrypt(password, random),
        })?
    }
}

/// The key and the time of its fetch.
#[derive(Clone, Debug)]
pub(crate) struct FetchedPasswordKey {
    pub(crate) key: Arc<PasswordKey>,
    fetched: Timestamp,
}

/// A flow that obtains the key.
pub(crate) trait ObtainPasswordKey:
    Flow<Notification = Infallible, Output = FetchedPasswordKey> + MaybeSendSync
{
}

impl<F: Flow<Notification = Infallible, Output = FetchedPasswordKey> + MaybeSendSync> ObtainPasswordKey for F {}
