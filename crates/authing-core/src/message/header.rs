//! The headers of a request.

use std::borrow::Cow;
use std::fmt;

use crate::Error;
use crate::shared_text::SharedText;

/// The value of a header: a text that a header can carry (RFC 9110, section 5.5, in ASCII). Clones share it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct HeaderValue(SharedText);

/// A text that a header cannot carry.
#[derive(Debug)]
pub(crate) struct InvalidHeaderValue;

impl HeaderValue {
    /// The text must be one that a header can carry.
    pub(crate) const fn from_static(text: &'static str) -> Self {
        Self(SharedText::from_static(text))
    }

    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    #[cfg(feature = "http")]
    pub(super) fn into_text(self) -> SharedText {
        self.0
    }
}

impl TryFrom<String> for HeaderValue {
    type Error = InvalidHeaderValue;

    fn try_from(text: String) -> Result<Self, InvalidHeaderValue> {
        let is_valid = text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\t'));
        if is_valid { Ok(Self(text.into())) } else { Err(InvalidHeaderValue) }
    }
}

impl TryFrom<&str> for HeaderValue {
    type Error = InvalidHeaderValue;

    fn try_from(text: &str) -> Result<Self, InvalidHeaderValue> {
        Self::try_from(text.to_owned())
    }
}

impl fmt::Debug for HeaderValue {
    /// The value may be a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HeaderValue(…)")
    }
}

/// Headers, in the order in which they were set. A name stands once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Headers(Vec<(Cow<'static, str>, HeaderValue)>);

impl Headers {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    /// Sets a header; it replaces another of this name.
    pub(crate) fn set(&mut self, name: impl Into<Cow<'static, str>>, value: HeaderValue) {
        let name = name.into();
        match self.0.iter_mut().find(|(given, _)| *given == name) {
            Some((_, given)) => *given = value,
            None => self.0.push((name, value)),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &(Cow<'static, str>, HeaderValue)> {
        self.0.iter()
    }
}

/// The name of a header that a caller gives, in lower case (RFC 9110, section 5.1).
pub(crate) fn header_name(name: String) -> Result<Cow<'static, str>, Error> {
    let is_of_token =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.is_empty() || !name.bytes().all(is_of_token) {
        return Err(Error::invalid_argument("header", "is not the name of a header"));
    }
    Ok(name.into())
}

/// The value of a header that a caller gives.
pub(crate) fn header_value(value: &str) -> Result<HeaderValue, Error> {
    HeaderValue::try_from(value)
        .map_err(|_| Error::invalid_argument("header", "holds characters that an HTTP header cannot carry"))
}
