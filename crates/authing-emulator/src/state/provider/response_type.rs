//! The response types of OAuth 2.0 and OpenID Connect.

use std::mem;

use serde::{Deserialize, Serialize};

/// The parts of an authorization response that a request asks for (OAuth 2.0 Multiple Response Type Encoding Practices): a code,
/// and in the implicit and hybrid flows tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ResponseType {
    pub(crate) code: bool,
    pub(crate) id_token: bool,
    pub(crate) token: bool,
}

impl ResponseType {
    /// The names of all response types, for the discovery document.
    pub(crate) const NAMES: [&str; 7] =
        ["code", "id_token", "id_token token", "code id_token", "code token", "code id_token token", "token"];

    /// The order of the names does not matter (RFC 6749, section 3.1.1).
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = Self { code: false, id_token: false, token: false };
        for name in text.split(' ') {
            let part = match name {
                "code" => &mut parts.code,
                "id_token" => &mut parts.id_token,
                "token" => &mut parts.token,
                _ => return None,
            };
            if mem::replace(part, true) {
                return None;
            }
        }
        Some(parts)
    }
}

/// The response type in an exported state of an older version, which had no other.
impl Default for ResponseType {
    fn default() -> Self {
        Self { code: true, id_token: false, token: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_any_order_and_once() {
        assert!(ResponseType::NAMES.iter().all(|name| ResponseType::parse(name).is_some()));
        assert_eq!(ResponseType::parse("code"), Some(ResponseType::default()));
        assert_eq!(ResponseType::parse("token code"), ResponseType::parse("code token"));
        for bad in ["", "none", "Code", "code code", "code  token", "code pigeon"] {
            assert_eq!(ResponseType::parse(bad), None, "{bad}");
        }
    }
}
