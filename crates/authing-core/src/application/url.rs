//! URLs of a provider and of an application.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::token::IssuerUrl;
use crate::url::{Url, is_scheme};
use crate::wire::percent::{push_pair, push_query};

/// The whole URL of an endpoint that an application's provider announced. It has the issuer's origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointUrl(String);

impl EndpointUrl {
    /// Accepts a URL within the issuer's origin (scheme, host and port), without a user. A forged document must not decide where
    /// the application's secret is sent.
    pub(super) fn within(issuer: &IssuerUrl, url: &str) -> Option<Self> {
        let parts = Url::parse(url)?;
        let same = Origin::of(parts)? == Origin::of(Url::parse(issuer.as_str())?)?;
        same.then(|| Self(with_path(url, parts)))
    }

    /// Creates the URL of a documented path below a base that the caller configured.
    pub(super) fn below(base: &str, path: &str) -> Result<Self, Error> {
        let url = format!("{}{path}", base.trim_end_matches('/'));
        Url::parse(&url)
            .map(|parts| Self(with_path(&url, parts)))
            .ok_or_else(|| Error::invalid_argument("host", "is not a URL"))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Adds a query to the URL.
    pub(super) fn with_query<'a>(&self, query: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        let mut added = String::new();
        for (name, value) in query {
            push_pair(&mut added, name, value);
        }
        let mut url = self.0.clone();
        push_query(&mut url, &added);
        url
    }
}

/// The URL with a path: without one, it is `/` (RFC 9110, section 4.2.3).
fn with_path(url: &str, parts: Url<'_>) -> String {
    if !parts.path.is_empty() {
        return url.to_owned();
    }
    let (url, query) = url.split_once('?').map_or((url, None), |(url, query)| (url, Some(query)));
    query.map_or_else(|| format!("{url}/"), |query| format!("{url}/?{query}"))
}

/// Scheme, host and port (RFC 6454, section 4).
#[derive(PartialEq, Eq)]
struct Origin {
    scheme: String,
    host: String,
    port: u16,
}

impl Origin {
    fn of(url: Url<'_>) -> Option<Self> {
        let scheme = url.scheme?.to_ascii_lowercase();
        let default = match scheme.as_str() {
            "https" => 443,
            "http" => 80,
            _ => return None,
        };
        let (host, port) = url.host_and_port()?;
        Some(Self { scheme, host: host.to_ascii_lowercase(), port: port.unwrap_or(default) })
    }
}

/// The URL to which the provider sends the browser back after a login (`redirect_uri`, RFC 6749, section 3.1.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RedirectUrl(String);

impl RedirectUrl {
    /// Parses a URL with a scheme and without a fragment. Native programs may have a scheme of their own (RFC 8252, section 7.1).
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] for any other text.
    pub fn parse(url: impl Into<String>) -> Result<Self, Error> {
        let url = url.into();
        let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
        let foreign = |c: char| c == '#' || c.is_whitespace() || c.is_control();
        if !is_scheme(scheme) || url.contains(foreign) {
            return Err(Error::invalid_argument("redirect_uri", "is not an absolute URL without a fragment"));
        }
        Ok(Self(url))
    }

    /// The URL, unchanged.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RedirectUrl {
    type Error = Error;

    fn try_from(url: String) -> Result<Self, Error> {
        Self::parse(url)
    }
}

impl From<RedirectUrl> for String {
    fn from(url: RedirectUrl) -> Self {
        url.0
    }
}

impl fmt::Display for RedirectUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
