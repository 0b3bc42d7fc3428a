//! The request that a transport sends.

use std::fmt;

use super::Method;
use super::header::{Headers, header_name, header_value};
use crate::Error;
use crate::body::Body;
use crate::shared_text::SharedText;
use crate::url::Url;
use crate::wire::decode::AnyEnvelope;

/// A request, as a transport sends it. With the feature `http`, `http::Request::try_from(request)` converts it.
#[derive(Clone)]
pub struct Request {
    pub(super) method: Method,
    pub(super) url: SharedText,
    pub(super) headers: Headers,
    pub(super) body: Body,
    info: Option<RequestInfo>,
}

/// The facts about a request that the outer flows and the logs need. A request that an embedder creates has none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestInfo {
    /// The operation's name.
    pub(crate) operation: &'static str,
    /// Whether it may be sent again.
    pub(crate) retryable: bool,
    /// Whether it may be sent again where the service was too busy to take it.
    pub(crate) repeats_throttled: bool,
    /// How the response is wrapped.
    pub(crate) envelope: &'static dyn AnyEnvelope,
    /// Which attempt this is, from 1.
    pub(crate) attempt: u32,
}

impl Request {
    /// A request without headers. The transport rejects what is not an absolute URL.
    pub fn new(method: Method, url: impl Into<String>, body: Body) -> Self {
        let url = SharedText::from(url.into());
        Self { method, url, headers: Headers::default(), body, info: None }
    }

    pub(crate) fn from_parts(method: Method, url: SharedText, headers: Headers, body: Body, info: RequestInfo) -> Self {
        Self { method, url, headers, body, info: Some(info) }
    }

    /// Sets a header; it replaces another of this name.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the name or the value is not one of HTTP, without line breaks and in ASCII.
    pub fn with_header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        self.headers.set(header_name(name.to_ascii_lowercase())?, header_value(value)?);
        Ok(self)
    }

    /// The method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The URL: absolute, with the characters of RFC 3986 alone. It may hold a phone number.
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// The names of the headers, in lower case, and their values. The value of `authorization` is secret.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (&**name, value.as_str()))
    }

    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().find(|(given, _)| *given == name).map(|(_, value)| value)
    }

    /// The body.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The body; the rest of the request is dropped.
    pub fn into_body(self) -> Body {
        self.body
    }

    /// The host of the URL, for logs.
    pub(crate) fn host(&self) -> &str {
        Url::parse(self.url()).and_then(|url| url.host_and_port()).map_or("", |(host, _)| host)
    }

    pub(crate) fn info(&self) -> Option<&RequestInfo> {
        self.info.as_ref()
    }

    pub(crate) fn info_mut(&mut self) -> Option<&mut RequestInfo> {
        self.info.as_mut()
    }
}

impl fmt::Debug for Request {
    /// The method and the host alone: the URL may hold a phone number, and a header a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Request({} {})", self.method, self.host())
    }
}
