//! Values that must not be seen: redacted in `Debug`, without `Display`, wiped when dropped.
//!
//! [`expose`](Password::expose) is the only way out, so that a reader finds every place where one leaves.

use std::fmt;

use serde::Deserialize;
use zeroize::Zeroize;

use crate::Error;

macro_rules! secret {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps a value.
            pub fn new(value: impl Into<String>) -> Self {
                Self(value.into())
            }

            /// The value itself. Whoever calls this answers for where it goes.
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                self.0.zeroize();
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                Self::new(value)
            }
        }

        impl From<String> for $name {
            fn from(value: String) -> Self {
                Self(value)
            }
        }

        impl From<&$name> for $name {
            fn from(value: &$name) -> Self {
                value.clone()
            }
        }
    )* };
}

secret! {
    /// A person's password. Encrypted with the pool's public key where the protocol does so.
    Password
    /// A token: a user's, the owner's, or one of OpenID Connect.
    Token
    /// An ID token of OpenID Connect: who logged in, signed. It is for the application and authorizes no call.
    IdToken
    /// An access token of OpenID Connect: it authorizes calls.
    AccessToken
    /// The nonce of a login: binds the ID token to the login that asked for it (OpenID Connect Core 1.0, section 15.5.2).
    Nonce
    /// The secret of a pool or of an OIDC application. It belongs on a server: whoever has a mini-program can read what is in it.
    Secret
    /// A phone number, as the service takes it: digits, with a country code for numbers outside China.
    Phone
    /// A code from an SMS or a mail.
    OneTimeCode
    /// A code from `wx.login`: works once, within five minutes.
    WechatCode
    /// Data that WeChat encrypted for the server: `encryptedData`, readable only with the `session_key`.
    Ciphertext
    /// Names a QR code. Whoever knows it can collect the login of the person who confirms it.
    QrCodeId
    /// A text that may hold whatever a person has: the JSON of a profile elsewhere, with its ids, numbers and tokens; what
    /// somebody looks for in a pool.
    PersonalData
}

impl Token {
    /// Whether the token can be sent: it is not empty, and a header can carry it. It is checked when it comes, so that a token
    /// that ends in a newline does not fail later calls.
    pub(crate) fn check(&self) -> Result<(), Error> {
        match self.expose() {
            "" => Err(Error::invalid_argument("token", "is empty")),
            token if token.bytes().all(|byte| byte.is_ascii_graphic()) => Ok(()),
            _ => Err(Self::unsendable()),
        }
    }

    pub(crate) fn unsendable() -> Error {
        Error::invalid_argument("token", "holds characters that an HTTP header cannot carry")
    }
}
