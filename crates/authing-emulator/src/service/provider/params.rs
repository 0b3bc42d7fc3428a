//! A request's parameters: a query or a form, each name once (RFC 6749, section 3.1).

use std::collections::{BTreeMap, BTreeSet};

use super::error::OauthError;

/// The most parameters of a request.
const MOST: usize = 100;

/// It holds secrets and tokens, so it has no `Debug`.
#[derive(Default)]
pub(crate) struct Params {
    first: BTreeMap<String, String>,
    repeated: BTreeSet<String>,
}

impl Params {
    pub(crate) fn parse(encoded: &[u8]) -> Self {
        let mut params = Self::default();
        for (name, value) in form_urlencoded::parse(encoded).take(MOST) {
            if params.first.contains_key(&*name) {
                params.repeated.insert(name.into_owned());
            } else {
                params.first.insert(name.into_owned(), value.into_owned());
            }
        }
        params
    }

    /// Parameters that were not written as a form.
    pub(crate) fn of<const N: usize>(pairs: [(&str, Option<&str>); N]) -> Self {
        let given = pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())));
        Self { first: given.collect(), repeated: BTreeSet::new() }
    }

    /// A parameter without a value counts as left out.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.first.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    pub(crate) fn owned(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    pub(crate) fn require(&self, name: &str) -> Result<&str, OauthError> {
        self.get(name).ok_or_else(|| OauthError::missing(name))
    }

    /// The value of a parameter that stands there once.
    pub(crate) fn single(&self, name: &str) -> Result<&str, OauthError> {
        if self.repeated.contains(name) { Err(repeated(name)) } else { self.require(name) }
    }

    pub(crate) fn check_no_repetition(&self) -> Result<(), OauthError> {
        self.repeated.first().map_or(Ok(()), |name| Err(repeated(name)))
    }
}

/// The name is the sender's, so it is shown only if it is plain.
fn repeated(name: &str) -> OauthError {
    let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let name = if plain { name } else { "a parameter" };
    OauthError::invalid_request(format!("{name} is given more than once"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_is_left_out_and_twice_is_an_error() {
        let params = Params::parse(b"a=1&b=&c=2&c=3&d=%E4%BD%A0+x");
        assert_eq!((params.get("a"), params.get("b"), params.get("d")), (Some("1"), None, Some("你 x")));
        assert!(params.single("c").is_err() && params.check_no_repetition().is_err());
        assert_eq!(params.single("a").ok(), Some("1"));
        assert!(Params::parse(b"a=1&b=2").check_no_repetition().is_ok());
    }
}
