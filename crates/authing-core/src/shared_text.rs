//! A text whose clones share it.

use bytes::Bytes;

/// A text whose clones share it. HTTP clients take its bytes as they are, without a copy.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct SharedText(Bytes);

impl SharedText {
    pub(crate) const fn from_static(text: &'static str) -> Self {
        Self(Bytes::from_static(text.as_bytes()))
    }

    pub(crate) fn as_str(&self) -> &str {
        // They are those of a text.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    #[cfg(feature = "http")]
    pub(crate) fn into_bytes(self) -> Bytes {
        self.0
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        Self(shared(text))
    }
}

/// The bytes of a text, which they own as it is. `Bytes::from` would bring code for three other owners into the mini-program package.
pub(crate) fn shared(text: String) -> Bytes {
    Bytes::from_owner(text)
}
