//! How today's REST API takes passwords: as they are, or encrypted with a key that the service publishes.
//!
//! The rule is one for all calls: every password of a request is encrypted, or none, and `passwordEncryptType` says which. The
//! caller's values are never changed.

mod obtain_key;
#[cfg(feature = "sm2")]
mod sm2;

use std::convert::Infallible;
use std::sync::Arc;

pub(crate) use self::obtain_key::SharedPasswordKey;
#[cfg(feature = "sm2")]
pub(crate) use self::sm2::Sm2PublicKey;
use super::SystemInfo;
use crate::flow::Flow;
use crate::random::Random;
use crate::time::Timestamp;
use crate::transport::MaybeSendSync;
use crate::{Error, InvalidResponse, InvalidResponseKind, Password, PublicKey};

/// The member of a request that says how its passwords are encrypted.
pub(crate) const PASSWORD_ENCRYPT_TYPE: &str = "passwordEncryptType";

/// How the passwords of a request are encrypted, beside TLS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PasswordEncryption {
    /// Not at all: TLS protects them. A password is not sent over plain HTTP, except to the loopback. The default.
    #[default]
    None,
    /// RSA with PKCS#1 v1.5, with the service's key. A password may have as many bytes of UTF-8 as the modulus has, less 11.
    Rsa,
    /// SM2 (GM/T 0003.4), with the service's key.
    #[cfg(feature = "sm2")]
    Sm2,
}

impl PasswordEncryption {
    /// The name on the wire. Nothing is said of passwords that are not encrypted.
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
    /// The key among those that the service publishes.
    fn read(system: &SystemInfo, encryption: PasswordEncryption) -> Result<Self, Error> {
        let missing = |path: &str| {
            let (path, kind) = (path.to_owned(), InvalidResponseKind::Shape);
            InvalidResponse::new(200, path, kind)
        };
        match encryption {
            PasswordEncryption::None => Err(missing(".").into()),
            PasswordEncryption::Rsa => {
                let key = system.rsa.as_ref().and_then(|rsa| PublicKey::from_pem(&rsa.public_key).ok());
                Ok(Self::Rsa(key.ok_or_else(|| missing("rsa.publicKey"))?))
            }
            #[cfg(feature = "sm2")]
            PasswordEncryption::Sm2 => {
                let key = system.sm2.as_ref().and_then(|sm2| Sm2PublicKey::from_hex(&sm2.public_key));
                Ok(Self::Sm2(key.ok_or_else(|| missing("sm2.publicKey"))?))
            }
        }
    }

    /// The password's ciphertext.
    pub(crate) fn encrypt(&self, password: &Password, random: &Random) -> Result<String, Error> {
        random.with(|random| match self {
            Self::Rsa(key) => key.encrypt("password", password, random),
            #[cfg(feature = "sm2")]
            Self::Sm2(key) => key.encrypt(password, random),
        })?
    }
}

/// The key, and when it was fetched.
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
