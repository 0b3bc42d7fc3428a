//! The callback: the request with which the browser returns (RFC 6749, section 4.1.2; RFC 9207).

use std::borrow::Cow;

use sha2::{Digest as _, Sha256};

use super::AuthenticationError;
use crate::token::IssuerUrl;
use crate::{AuthorizationCode, CsrfToken};

/// The known parameters of a callback. Each may occur once.
#[derive(Default)]
pub(super) struct Callback<'a> {
    state: Option<Cow<'a, str>>,
    code: Option<Cow<'a, str>>,
    issuer: Option<Cow<'a, str>>,
    error: Option<Cow<'a, str>>,
    description: Option<Cow<'a, str>>,
}

/// The greatest length of an error and of its description, in characters.
const MAX_ERROR: usize = 64;
const MAX_DESCRIPTION: usize = 512;

impl<'a> Callback<'a> {
    /// Reads a URL, a path with a query, or a query alone.
    pub(super) fn parse(callback: &'a str) -> Result<Self, AuthenticationError> {
        let whole = callback.split_once('#').map_or(callback, |(whole, _)| whole);
        let query = whole.split_once('?').map_or(whole, |(_, query)| query);
        let mut found = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let (place, parameter) = match &*name {
                "state" => (&mut found.state, "state"),
                "code" => (&mut found.code, "code"),
                "iss" => (&mut found.issuer, "iss"),
                "error" => (&mut found.error, "error"),
                "error_description" => (&mut found.description, "error_description"),
                _ => continue,
            };
            if place.replace(value).is_some() {
                return Err(AuthenticationError::RepeatedParameter { parameter });
            }
        }
        Ok(found)
    }

    /// Whether the callback has this state. Hashes are compared, so that the time does not depend on the position of a difference.
    pub(super) fn has_state(&self, expected: &CsrfToken) -> bool {
        let expected = expected.expose();
        let is = |state: &str| Sha256::digest(state) == Sha256::digest(expected);
        !expected.is_empty() && self.state.as_deref().is_some_and(is)
    }

    /// Checks the issuer, if the callback names it.
    pub(super) fn check_issuer(&self, expected: &IssuerUrl) -> Result<(), AuthenticationError> {
        match &self.issuer {
            Some(issuer) if issuer != expected.as_str() => Err(AuthenticationError::WrongIssuer),
            _ => Ok(()),
        }
    }

    pub(super) fn names_issuer(&self) -> bool {
        self.issuer.is_some()
    }

    /// Returns the code, or the error of the callback.
    pub(super) fn code(&self) -> Result<AuthorizationCode, AuthenticationError> {
        if let Some(error) = &self.error {
            return Err(AuthenticationError::Denied {
                error: printable(error, MAX_ERROR),
                description: self.description.as_ref().map(|text| printable(text, MAX_DESCRIPTION)),
            });
        }
        let code = self.code.as_deref().filter(|code| !code.is_empty());
        code.map(AuthorizationCode::from).ok_or(AuthenticationError::MissingCode)
    }
}

/// The characters that RFC 6749, section 4.1.2.1 allows. The service writes descriptions in Chinese, too.
fn printable(text: &str, max: usize) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '"' | '\\' | '<' | '>')).take(max).collect()
}
