//! The services and their URLs.

use std::fmt;

use crate::Error;
use crate::number::natural_number;
use crate::search::{split, until};
use crate::shared_text::SharedText;
use crate::url::Url;

/// The services that a client calls. A private deployment often serves all of them from one origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    /// GraphQL and REST: accounts, login, metadata, tokens, SMS codes.
    User,
    /// GraphQL and REST: LDAP and AD logins, third-party accounts, WeChat, QR codes.
    Oauth,
    /// REST: OpenID Connect.
    Core,
    /// The storage that receives uploads.
    Upload,
    /// The CDN that serves uploaded files.
    Cdn,
    /// The host of an application of today's service: OpenID Connect and REST. A pool's client sends nothing there.
    Application,
    /// The REST API of today's service for administrators. A pool's client sends nothing there.
    Management,
}

impl Service {
    /// All services, in the order of their declaration.
    pub const ALL: [Self; 7] =
        [Self::User, Self::Oauth, Self::Core, Self::Upload, Self::Cdn, Self::Application, Self::Management];

    /// The URL at the public service.
    pub const fn default_url(self) -> &'static str {
        match self {
            Self::User => "https://users.authing.cn/graphql",
            Self::Oauth => "https://oauth.authing.cn/graphql",
            Self::Core | Self::Application => "https://core.authing.cn",
            Self::Management => "https://api.authing.cn",
            Self::Upload => "https://up.qiniup.com",
            Self::Cdn => "https://usercontents.authing.cn",
        }
    }

    /// The path of the service under an origin that serves them all.
    pub const fn path(self) -> &'static str {
        match self {
            Self::User | Self::Oauth => GRAPHQL,
            Self::Core | Self::Application | Self::Management => "",
            Self::Upload => "/upload",
            Self::Cdn => "/cdn",
        }
    }

    /// The name of the setting, for errors.
    pub(super) const fn setting(self) -> &'static str {
        match self {
            Self::User => "host.user",
            Self::Oauth => "host.oauth",
            Self::Core => "host.core",
            Self::Upload => "host.upload",
            Self::Cdn => "host.cdn",
            Self::Application => "host.application",
            Self::Management => "host.management",
        }
    }

    pub(super) fn default_base_url(self) -> BaseUrl {
        // The URLs above are constants, and a test parses each.
        BaseUrl::parse(self.setting(), self.default_url()).unwrap_or_else(|error| unreachable!("{error}"))
    }

    pub(super) fn base_url_under(self, origin: &str) -> Result<BaseUrl, Error> {
        let origin = BaseUrl::parse("host", origin)?;
        BaseUrl::parse("host", &[&origin.base, self.path()].concat())
    }
}

/// The path of GraphQL below a service's base.
const GRAPHQL: &str = "/graphql";

/// A parsed URL: `http` or `https`, a host, an optional port and path; no user, query or fragment.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl {
    base: String,
    graphql: SharedText,
}

impl BaseUrl {
    /// Parses a URL.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] with the name `setting` if the text is not such a URL.
    pub fn parse(setting: &'static str, url: &str) -> Result<Self, Error> {
        Self::read(url.trim()).map_err(|reason| Error::invalid_argument(setting, reason))
    }

    fn read(url: &str) -> Result<Self, &'static str> {
        let before_fragment = until(url, "#");
        let parts = Url::parse(before_fragment).ok_or("is not a URL such as https://sso.example.com")?;
        let is_scheme = |known: &&str| parts.scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(known));
        let scheme = ["https", "http"].into_iter().find(is_scheme).ok_or("must begin with https:// or http://")?;
        if parts.host_and_port().is_none() {
            return Err("must name a host, without a user or a password");
        }
        if parts.query.is_some() || before_fragment.len() < url.len() {
            return Err("must not have a query or a fragment");
        }
        let mut path = parts.path;
        while let Some(shorter) = path.strip_suffix('/') {
            path = shorter;
        }
        let base = [scheme, "://", parts.authority, path.strip_suffix(GRAPHQL).unwrap_or(path)].concat();
        let graphql = [&base, GRAPHQL].concat().into();
        Ok(Self { base, graphql })
    }

    /// Whether others on the network can neither read nor change what is sent: `https`, or `http` to this machine itself
    /// (`localhost` and names below it, RFC 6761 section 6.3; 127.0.0.0/8; `::1`).
    pub fn is_confidential(&self) -> bool {
        let parts = Url::parse(&self.base);
        let host = parts.and_then(|parts| parts.host_and_port()).map_or("", |(host, _)| host);
        self.base.starts_with("https:") || is_loopback(host)
    }

    /// The prefix of REST paths, without a trailing slash and without `/graphql`.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The GraphQL endpoint.
    pub fn graphql(&self) -> &str {
        self.graphql.as_str()
    }

    /// The same, to share.
    pub(crate) fn shared_graphql(&self) -> SharedText {
        self.graphql.clone()
    }
}

/// Whether a host is this machine itself. The address of IPv6 has other forms, which are not taken for it.
fn is_loopback(host: &str) -> bool {
    let lower = host.to_ascii_lowercase();
    let is_octet = |part: &str| natural_number(part).is_some_and(|octet| octet < 256);
    lower == "localhost"
        || lower.ends_with(".localhost")
        || lower == "[::1]"
        || lower.starts_with("127.") && split(&lower, ".").count() == 4 && split(&lower, ".").all(is_octet)
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { base, graphql: _ } = self;
        f.debug_tuple("BaseUrl").field(base).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_addresses_parse() {
        for service in Service::ALL {
            assert!(service.default_url().starts_with(service.default_base_url().base()));
        }
    }

    #[test]
    fn an_address_may_end_in_graphql_or_a_slash() {
        for address in ["https://a.cn", "https://a.cn/", "https://a.cn/graphql", "https://a.cn/graphql/"] {
            let parsed = BaseUrl::parse("host", address).unwrap();
            assert_eq!((parsed.base(), parsed.graphql()), ("https://a.cn", "https://a.cn/graphql"));
        }
        assert_eq!(BaseUrl::parse("host", "http://a.cn:8080/x/graphql").unwrap().base(), "http://a.cn:8080/x");
    }

    #[test]
    fn only_https_and_the_loopback_are_confidential() {
        for url in [
            "https://a.cn",
            "http://localhost:5510",
            "http://LOCALHOST",
            "http://a.localhost",
            "http://127.8.0.1",
            "http://[::1]:1",
        ] {
            assert!(BaseUrl::parse("host", url).unwrap().is_confidential(), "{url}");
        }
        for url in [
            "http://a.cn",
            "http://localhost.a.cn",
            "http://192.168.1.7",
            "http://[fe80::1]",
            "http://0.0.0.0",
            "http://127.0.0.1.a.cn",
        ] {
            assert!(!BaseUrl::parse("host", url).unwrap().is_confidential(), "{url}");
        }
    }

    #[test]
    fn invalid_url_is_rejected_with_its_fault() {
        for (address, reason) in [
            ("", "is not a URL"),
            ("sso.example.com", "must begin with"),
            ("ftp://a.cn", "must begin with"),
            ("https://me:pw@a.cn", "without a user or a password"),
            ("https://a.cn/?x=1", "query or a fragment"),
            ("https://a.cn/#x", "query or a fragment"),
        ] {
            let error = BaseUrl::parse("host", address).unwrap_err().to_string();
            assert!(error.contains(reason), "{address}: {error}");
            assert!(!error.contains("pw"), "{error}");
        }
    }
}
