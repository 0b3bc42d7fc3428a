//! The parts of a URL (RFC 3986).

use crate::number::whole_number;
use crate::search::{cut, until};

/// The longest URL, in bytes: the longest that the `http` crate takes.
const LONGEST: usize = 65_534;

/// The parts of a URL without a fragment. What is not written as RFC 3986 has it is not parsed: clients differ in what they make
/// of backslashes, blanks and letters of other scripts, and must not send a secret elsewhere than to the host that was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Url<'a> {
    /// The scheme, as it is written; none in a relative reference.
    pub(crate) scheme: Option<&'a str>,
    /// The host, with the port and a user, if the URL has them.
    pub(crate) authority: &'a str,
    pub(crate) path: &'a str,
    /// The query, without the question mark.
    pub(crate) query: Option<&'a str>,
}

impl<'a> Url<'a> {
    pub(crate) fn parse(url: &'a str) -> Option<Self> {
        if url.is_empty() || url.len() > LONGEST || !url.bytes().all(is_of_url) {
            return None;
        }
        let (scheme, rest) = match cut(url, "://") {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, url),
        };
        let (hierarchy, query) = cut(rest, "?").map_or((rest, None), |(hierarchy, query)| (hierarchy, Some(query)));
        let start = if scheme.is_some() { until(hierarchy, "/").len() } else { 0 };
        let (authority, path) = hierarchy.split_at(start);
        Some(Self { scheme, authority, path, query })
    }

    /// The host and the port, if the authority has no user.
    pub(crate) fn host_and_port(&self) -> Option<(&'a str, Option<u16>)> {
        let end = match self.authority.strip_prefix('[') {
            Some(address) => cut(address, "]")?.0.len() + 2,
            None => until(self.authority, ":").len(),
        };
        let (host, port) = self.authority.split_at(end);
        let port = match port.strip_prefix(':') {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(u16::try_from(whole_number(digits)?).ok()?)
            }
            None if port.is_empty() => None,
            _ => return None,
        };
        let is_of_host =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':' | b'[' | b']');
        (!host.is_empty() && host.bytes().all(is_of_host)).then_some((host, port))
    }
}

/// The characters of a URL (RFC 3986, section 2), but `#`.
fn is_of_url(byte: u8) -> bool {
    // Of the printable characters, these are not of a URL.
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'#' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
}

/// RFC 3986, section 3.1.
pub(crate) fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use http::Uri;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_parts_are_those_of_rfc_3986() {
        let url = Url::parse("https://a.cn:8080/x/y?q=1?&r=/").unwrap();
        assert_eq!(
            (url.scheme, url.authority, url.path, url.query),
            (Some("https"), "a.cn:8080", "/x/y", Some("q=1?&r=/"))
        );
        assert_eq!(url.host_and_port(), Some(("a.cn", Some(8080))));
        let bare = Url::parse("https://[::1]?").unwrap();
        assert_eq!((bare.host_and_port(), bare.path, bare.query), (Some(("[::1]", None)), "", Some("")));
        assert_eq!(Url::parse("a.cn/x").map(|url| (url.scheme, url.path)), Some((None, "a.cn/x")));
    }

    #[test]
    fn ambiguous_url_is_rejected() {
        for url in
            ["", "https://a.cn\\.b.cn/", "https://a.cn/ x", "https://a.cn\t/", "https://ä.cn/", "https://a.cn/#x"]
        {
            assert_eq!(Url::parse(url), None, "{url}");
        }
        for authority in
            ["", ":80", "me@a.cn", "a.cn:", "a.cn:+80", "a.cn:65536", "a%2ecn", "[::1", "[::1]x", "a.cn:80:80"]
        {
            let url = format!("https://{authority}/");
            assert_eq!(Url::parse(&url).and_then(|url| url.host_and_port()), None, "{authority}");
        }
        assert_eq!(Url::parse(&"a".repeat(LONGEST + 1)), None);
    }

    proptest! {
        /// A URL with a host is read as the `http` crate reads it.
        #[test]
        fn a_parsed_url_has_the_parts_that_http_reads(
            url in "https?://[a-zA-Z0-9.@:%~-]{0,12}(\\[[0-9a-f:]{0,6}\\])?(:[0-9]{0,6})?[a-z0-9./?%@:=&;+!]{0,20}",
        ) {
            let ours = Url::parse(&url);
            if let Some((host, port)) = ours.and_then(|url| url.host_and_port()) {
                let (ours, theirs) = (ours.unwrap(), url.parse::<Uri>().unwrap());
                prop_assert_eq!(theirs.scheme_str(), ours.scheme);
                prop_assert_eq!((theirs.host(), theirs.port_u16()), (Some(host), port));
                prop_assert_eq!(theirs.path(), if ours.path.is_empty() { "/" } else { ours.path });
                prop_assert_eq!(theirs.query(), ours.query);
            }
        }
    }
}
