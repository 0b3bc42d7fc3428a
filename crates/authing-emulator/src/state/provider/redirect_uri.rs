//! A registered redirect URI, and what matches it.
//!
//! The rule is RFC 9700, section 2.1: the same text. The port of a loopback address may differ, because a native application
//! listens on any free one (RFC 8252, section 7.3): where the registered URI writes the port as `*` or leaves it out, and for every
//! public client. `http://127.0.0.1:*` alone stands for any path, too.

use serde::{Deserialize, Serialize};

/// Hosts of the loopback whose port may vary. `localhost` may resolve elsewhere, so that it only varies where `*` says so.
const LOOPBACK: [&str; 2] = ["127.0.0.1", "[::1]"];
const LOCALHOST: &str = "localhost";
const ANY_PORT: &str = "*";

/// A text that is no redirect URI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a redirect URI is absolute, has no fragment, and neither spaces nor control characters; its port may be * on the loopback"
)]
pub(crate) struct InvalidRedirectUri;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct RedirectUri {
    text: String,
}

/// The parts of an `http` URI that the loopback rule compares. Anything with user information is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Parts<'a> {
    scheme: &'a str,
    host: &'a str,
    port: Option<&'a str>,
    /// Path and query.
    rest: &'a str,
}

impl RedirectUri {
    pub(crate) fn parse(text: &str) -> Result<Self, InvalidRedirectUri> {
        let (scheme, rest) = text.split_once(':').ok_or(InvalidRedirectUri)?;
        let scheme_ok = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        let text_ok = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#' && byte != b'\\');
        // A script is no redirect URI.
        let runs = ["javascript", "data", "vbscript"].iter().any(|bad| scheme.eq_ignore_ascii_case(bad));
        if !scheme_ok || !text_ok || rest.is_empty() || runs {
            return Err(InvalidRedirectUri);
        }
        let uri = Self { text: text.to_owned() };
        let is_http = ["http", "https"].iter().any(|http| scheme.eq_ignore_ascii_case(http));
        let wild_elsewhere = uri.parts().is_some_and(|parts| parts.port == Some(ANY_PORT) && !parts.is_local());
        if (is_http && uri.parts().is_none()) || wild_elsewhere { Err(InvalidRedirectUri) } else { Ok(uri) }
    }

    fn parts(&self) -> Option<Parts<'_>> {
        Parts::of(&self.text)
    }

    /// Whether a request's redirect URI is this one. `is_native`: of a public client, whose loopback port varies.
    pub(crate) fn matches(&self, requested: &str, is_native: bool) -> bool {
        if self.text == requested && Self::parse(requested).is_ok() {
            return self.parts().is_none_or(|parts| parts.port != Some(ANY_PORT));
        }
        let (Some(ours), Some(theirs)) = (self.parts(), Parts::of_request(requested)) else { return false };
        let any_path = ours.port == Some(ANY_PORT) && ours.rest.is_empty();
        ours.any_port(is_native) && ours.same_host(theirs) && (any_path || ours.rest == theirs.rest)
    }

    /// Whether both have one origin (RFC 6454).
    pub(crate) fn has_origin_of(&self, requested: &str, is_native: bool) -> bool {
        let (Some(ours), Some(theirs)) = (self.parts(), Parts::of_request(requested)) else { return false };
        ours.same_host(theirs) && (ours.port == theirs.port || ours.any_port(is_native))
    }

    /// What a `Content-Security-Policy` lets a form lead to: the web, or the scheme of a native application. Not the origin alone:
    /// browsers apply the policy to the redirects that follow, and an application's callback may redirect to another origin.
    pub(crate) fn form_targets(uri: &str) -> String {
        if Parts::of(uri).is_some() { "http: https:".to_owned() } else { scheme_source(uri) }
    }

    /// The source of a `Content-Security-Policy` for a page: the origin, or the scheme alone of another than http.
    pub(crate) fn policy_source(uri: &str) -> String {
        match Parts::of(uri) {
            Some(Parts { scheme, host, port: Some(port), .. }) => format!("{scheme}://{host}:{port}"),
            Some(Parts { scheme, host, port: None, .. }) => format!("{scheme}://{host}"),
            None => scheme_source(uri),
        }
    }
}

fn scheme_source(uri: &str) -> String {
    uri.split_once(':').map(|(scheme, _)| format!("{scheme}:")).unwrap_or_default()
}

impl<'a> Parts<'a> {
    fn of(uri: &'a str) -> Option<Self> {
        let (scheme, rest) = uri.split_once("://").filter(|(scheme, _)| ["http", "https"].contains(scheme))?;
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at(end);
        if authority.contains('@') {
            return None;
        }
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.contains(']') => (host, Some(port)),
            _ => (authority, None),
        };
        let is_number = |port: &str| !port.starts_with('+') && port.parse::<u16>().is_ok();
        let port_ok = port.is_none_or(|port| port == ANY_PORT || is_number(port));
        (port_ok && !host.is_empty()).then_some(Self { scheme, host, port, rest })
    }

    /// As [`of`](Self::of), of a whole URI without wildcards, fragments and backslashes.
    fn of_request(uri: &'a str) -> Option<Self> {
        RedirectUri::parse(uri).ok()?;
        Self::of(uri).filter(|parts| parts.port != Some(ANY_PORT))
    }

    fn is_loopback(self) -> bool {
        self.scheme == "http" && LOOPBACK.contains(&self.host)
    }

    fn is_local(self) -> bool {
        self.is_loopback() || (self.scheme == "http" && self.host == LOCALHOST)
    }

    fn any_port(self, is_native: bool) -> bool {
        self.port == Some(ANY_PORT) || (self.is_loopback() && (is_native || self.port.is_none()))
    }

    fn same_host(self, other: Self) -> bool {
        self.scheme == other.scheme && self.host == other.host
    }
}

impl TryFrom<String> for RedirectUri {
    type Error = InvalidRedirectUri;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<RedirectUri> for String {
    fn from(uri: RedirectUri) -> Self {
        uri.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(registered: &str, requested: &str, is_native: bool) -> bool {
        RedirectUri::parse(registered).expect("a redirect URI").matches(requested, is_native)
    }

    #[test]
    fn only_the_same_text_matches() {
        let registered = "https://app.example/cb?a=1";
        assert!(matches(registered, registered, false));
        for other in [
            "https://app.example/cb",
            "https://app.example/cb?a=1&b=2",
            "https://app.example/cb/?a=1",
            "https://app.example/cb/../cb?a=1",
            "https://app.example/CB?a=1",
            "https://app.example:443/cb?a=1",
            "https://app.example@evil.example/cb?a=1",
            "https://app.example.evil.example/cb?a=1",
            "http://app.example/cb?a=1",
            "https://app.example/cb?a=1#x",
            "//app.example/cb?a=1",
            "",
        ] {
            assert!(!matches(registered, other, false) && !matches(registered, other, true), "{other}");
        }
    }

    #[test]
    fn native_loopback_port_varies_and_nothing_else() {
        let registered = "http://127.0.0.1:4000/cb";
        assert!(matches(registered, "http://127.0.0.1:51004/cb", true));
        assert!(!matches(registered, "http://127.0.0.1:51004/cb", false), "a web application has its port");
        assert!(matches("http://127.0.0.1/cb", "http://127.0.0.1:51004/cb", false), "a port left out is any");
        assert!(matches("http://[::1]:1/cb", "http://[::1]:51004/cb", true));
        for other in [
            "http://127.0.0.1:51004/other",
            "http://127.0.0.1:51004@evil.example/cb",
            "http://127.0.0.1:51004.evil.example/cb",
            "http://127.0.0.1.evil.example:51004/cb",
            "http://127.0.0.1:99999/cb",
            "http://127.0.0.1:+80/cb",
            "http://127.0.0.1:*/cb",
            "http://127.0.0.1:1/cb\\@evil.example",
            "https://127.0.0.1:51004/cb",
            "http://localhost:51004/cb",
            "http://[::1]:51004/cb",
        ] {
            assert!(!matches(registered, other, true), "{other}");
        }
        assert!(!matches("http://localhost:1/cb", "http://localhost:2/cb", true), "localhost is a name");
        assert!(!matches("https://app.example/cb", "https://app.example:8443/cb", true));
    }

    #[test]
    fn star_stands_for_any_port_and_alone_for_any_path() {
        assert!(matches("http://127.0.0.1:*/cb", "http://127.0.0.1:7/cb", false));
        assert!(!matches("http://127.0.0.1:*/cb", "http://127.0.0.1:7/other", false));
        assert!(matches("http://127.0.0.1:*", "http://127.0.0.1:7/any?x=1", false));
        assert!(matches("http://localhost:*", "http://localhost:7/any", false));
        assert!(!matches("http://127.0.0.1:*", "http://127.0.0.1:*", false));
        assert!(!matches("http://127.0.0.1:*", "http://127.0.0.1:7@evil.example/", false));
    }

    #[test]
    fn no_redirect_uri_is_refused_when_registered() {
        for bad in [
            "",
            "/cb",
            "app.example/cb",
            "https://",
            "https://a b/",
            "https://a/#f",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://u@a/",
            "https://a.example:*/cb",
            "http://a:70000/",
            "1a:b",
        ] {
            assert_eq!(RedirectUri::parse(bad), Err(InvalidRedirectUri), "{bad}");
        }
        assert!(RedirectUri::parse("com.example.app:/callback").is_ok());
    }

    #[test]
    fn origins_are_compared_whole() {
        let registered = RedirectUri::parse("http://127.0.0.1:4000/cb").expect("a redirect URI");
        assert!(registered.has_origin_of("http://127.0.0.1:4000/bye?x", false));
        for other in
            ["http://127.0.0.1:4001/bye", "http://127.0.0.1:4000@evil.example/", "https://127.0.0.1:4000/", "/bye"]
        {
            assert!(!registered.has_origin_of(other, false), "{other}");
        }
    }

    #[test]
    fn policy_names_the_origin_or_the_scheme() {
        assert_eq!(RedirectUri::policy_source("http://127.0.0.1:4000/cb?x"), "http://127.0.0.1:4000");
        assert_eq!(RedirectUri::policy_source("https://app.example/cb"), "https://app.example");
        assert_eq!(RedirectUri::policy_source("com.example.app:/cb"), "com.example.app:");
        assert_eq!(RedirectUri::form_targets("https://app.example/cb"), "http: https:");
        assert_eq!(RedirectUri::form_targets("com.example.app:/cb"), "com.example.app:");
    }
}
