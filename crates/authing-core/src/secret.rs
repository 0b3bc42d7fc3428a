//! Secret and personal values: redacted in `Debug`, without `Display`, zeroized on drop.
//!
//! Wiped are the values of these types, a [`Seed`](crate::Seed), a password's padded form, and the texts that are looked for in
//! an error of the service. Not wiped are copies that leave these types: a request's URL, headers and body, the buffers of the
//! transport and of TLS, a response's body, and the caller's own strings.
//!
//! [`expose`](Password::expose) is the way out, so that a reader finds every place where one leaves. Those that a response may
//! hold ([`Token`], [`Secret`], [`Phone`], [`PersonalData`], [`QrCodeId`]) are also written by `serde`, with the response that
//! holds them: a program that stores a user stores the phone number.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use zeroize::Zeroize;

use crate::Error;
use crate::wire::{ResponseShape, Shape};

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

            /// The value itself. The caller is responsible for its use.
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

        impl From<&String> for $name {
            fn from(value: &String) -> Self {
                Self::new(value)
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
    /// A password of a user. Most operations encrypt it with the pool's public key; the others say so.
    Password
    /// A token: a user's, the owner's, or one of OpenID Connect.
    Token
    /// An ID token of OpenID Connect: who logged in, signed. It is for the application and authorizes no call.
    IdToken
    /// An access token of OpenID Connect: it authorizes calls.
    AccessToken
    /// A refresh token of OpenID Connect: it gets new tokens, and works once where the service rotates it.
    RefreshToken
    /// An authorization code: it gets the tokens of a login, once (RFC 6749, section 4.1.2).
    AuthorizationCode
    /// The `state` of a login: binds the callback to the browser that began (RFC 6749, section 10.12).
    CsrfToken
    /// The secret half of PKCE (RFC 7636, section 4.1).
    PkceCodeVerifier
    /// The nonce of a login: binds the ID token to the login that asked for it (OpenID Connect Core 1.0, section 15.5.2).
    Nonce
    /// The secret of a pool or of an OIDC application. Keep it on a server: every user of a mini-program can read the
    /// program's files.
    Secret
    /// A phone number, as the service takes it: digits, with a country code for numbers outside China.
    Phone
    /// A code from an SMS or an email.
    OneTimeCode
    /// A code from `wx.login`. It works once, within five minutes.
    WechatCode
    /// Data that WeChat encrypted with the `session_key`: `encryptedData`.
    Ciphertext
    /// The id of a QR code. A program that knows the id receives the login of the user who confirms the code.
    QrCodeId
    /// A text that may hold personal data: a third party's profile as JSON, with ids, phone numbers and tokens, or the text of
    /// a search.
    PersonalData
}

/// The secrets that a response or a pending login may hold, so that it can be stored.
macro_rules! serialize { ($($name:ident)*) => { $(
    impl Serialize for $name {
        /// Writes the value itself: where it is written to must be as safe as the value deserves.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.expose())
        }
    }
)* } }

serialize! { AccessToken CsrfToken IdToken Nonce PersonalData Phone PkceCodeVerifier QrCodeId RefreshToken Secret Token }

impl ResponseShape for Token {
    const SHAPE: Shape = Shape::String;
}

/// The longest token, in bytes. Few servers take so long a header, and HTTP libraries do not agree on their bound.
const LONGEST_TOKEN: usize = 16 * 1024;

impl Token {
    /// Whether the token can be sent: it is not empty or very long, and a header can carry it. It is checked when it comes, so that a token
    /// that ends in a newline does not fail later calls.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_sendable(self.expose())
    }

    pub(crate) fn unsendable() -> Error {
        Error::invalid_argument("token", "holds characters that an HTTP header cannot carry")
    }
}

impl From<&AccessToken> for Token {
    fn from(token: &AccessToken) -> Self {
        Self::new(token.expose())
    }
}

impl From<&RefreshToken> for Token {
    fn from(token: &RefreshToken) -> Self {
        Self::new(token.expose())
    }
}

impl AccessToken {
    /// Whether the token can be sent, as a pool's token is checked.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_sendable(self.expose())
    }
}

fn check_sendable(token: &str) -> Result<(), Error> {
    match token {
        "" => Err(Error::invalid_argument("token", "is empty")),
        token if token.len() > LONGEST_TOKEN => Err(Error::invalid_argument("token", "is longer than 16 KiB")),
        token if token.bytes().all(|byte| byte.is_ascii_graphic()) => Ok(()),
        _ => Err(Token::unsendable()),
    }
}
