//! The issuer of tokens.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Error;

/// The URL that identifies an issuer (OpenID Connect Core 1.0, section 2, `iss`): `https://your-app.authing.cn/oidc`.
///
/// It is compared byte by byte, so that a slash more at the end is another issuer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IssuerUrl(String);

impl IssuerUrl {
    /// Takes an issuer's URL.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] for a text that does not begin with `https://` or `http://`, or has a query, a fragment, a space or
    /// a control character.
    pub fn parse(url: impl Into<String>) -> Result<Self, Error> {
        let url = url.into();
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let foreign = |letter: char| matches!(letter, '?' | '#') || letter.is_whitespace() || letter.is_control();
        if host.is_none_or(|host| host.is_empty() || host.starts_with('/')) || url.contains(foreign) {
            return Err(Error::invalid_argument("issuer", "is not an http(s) URL without query and fragment"));
        }
        Ok(Self(url))
    }

    /// The URL as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for IssuerUrl {
    type Error = Error;

    fn try_from(url: String) -> Result<Self, Error> {
        Self::parse(url)
    }
}

impl From<IssuerUrl> for String {
    fn from(url: IssuerUrl) -> Self {
        url.0
    }
}

impl fmt::Display for IssuerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
