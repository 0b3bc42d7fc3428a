//! The headers of a request: the credentials, the access token, cookies.

use authing_core::wire::header::APP_ID;
use axum::http::{HeaderMap, HeaderValue, header};
use base64ct::{Base64, Encoding as _};

use crate::service::provider::client::ClientHeaders;
use crate::service::provider::error::OauthError;

pub(crate) fn client_headers(headers: &HeaderMap) -> Result<ClientHeaders, OauthError> {
    let basic = match scheme(headers, "basic") {
        Some(credentials) => Some(decoded(credentials).ok_or_else(OauthError::invalid_client)?),
        None => None,
    };
    let app_id = headers.get(APP_ID).and_then(|id| id.to_str().ok()).map(str::to_owned);
    Ok(ClientHeaders { basic, app_id })
}

fn decoded(credentials: &str) -> Option<String> {
    String::from_utf8(Base64::decode_vec(credentials).ok()?).ok()
}

/// The access token of a request: `Bearer`, or bare as the published clients send it.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let bare = || text(headers, header::AUTHORIZATION).filter(|token| !token.is_empty() && !token.contains(' '));
    scheme(headers, "bearer").or_else(bare)
}

/// The credentials of an authorization header with this scheme, whose case does not matter (RFC 9110, section 11.1).
pub(crate) fn scheme<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    let (scheme, credentials) = text(headers, header::AUTHORIZATION)?.split_once(' ')?;
    scheme.eq_ignore_ascii_case(wanted).then(|| credentials.trim())
}

pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(cookie, _)| *cookie == name).map(|(_, value)| value)
}

pub(super) fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).map(HeaderValue::to_str)?.ok().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::super::cookies::SESSION;
    use super::*;

    fn headers(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn cookies_are_found_by_name() {
        let headers = headers(header::COOKIE, "a=1; authing_emulator_session=xyz; b=2");
        assert_eq!(cookie(&headers, SESSION), Some("xyz"));
        assert_eq!(cookie(&headers, "c"), None);
    }

    #[test]
    fn access_token_is_bearer_or_bare() {
        for value in ["Bearer t", "bearer t", "t"] {
            assert_eq!(bearer(&headers(header::AUTHORIZATION, value)), Some("t"), "{value}");
        }
        for value in ["Basic t", "Bearer", ""] {
            assert_ne!(bearer(&headers(header::AUTHORIZATION, value)), Some("t"), "{value}");
        }
    }
}
