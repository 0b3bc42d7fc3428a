//! The bearer token of a request (RFC 6750, section 2.1).

use authing_core::Token;
use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::Rejection;

/// The token of the one `authorization` header. The scheme's case does not matter (RFC 9110, section 11.1).
pub(crate) fn bearer_token(headers: &HeaderMap) -> Result<Token, Rejection> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let value = values.next().ok_or(Rejection::MissingToken)?;
    if values.next().is_some() {
        return Err(Rejection::InvalidRequest);
    }
    let text = value.to_str().map_err(|_| Rejection::InvalidRequest)?;
    let (scheme, token) = text.split_once(' ').unwrap_or((text, ""));
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(Rejection::MissingToken);
    }
    match token.trim() {
        "" => Err(Rejection::InvalidRequest),
        token => Ok(Token::from(token)),
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn read(values: &[&'static str]) -> Result<String, String> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(AUTHORIZATION, HeaderValue::from_static(value));
        }
        bearer_token(&headers).map(|token| token.expose().to_owned()).map_err(|error| format!("{error:?}"))
    }

    #[test]
    fn scheme_is_compared_without_case() {
        for value in ["Bearer abc", "bearer abc", "BEARER   abc "] {
            assert_eq!(read(&[value]).as_deref(), Ok("abc"));
        }
    }

    #[test]
    fn other_schemes_are_no_token() {
        for values in [&[][..], &["Basic YTpi"], &["Bearerabc"], &[""]] {
            assert_eq!(read(values), Err("MissingToken".into()), "{values:?}");
        }
    }

    #[test]
    fn malformed_headers_are_an_invalid_request() {
        for values in [&["Bearer"][..], &["Bearer  "], &["Bearer a", "Bearer a"], &["Basic YTpi", "Bearer a"]] {
            assert_eq!(read(values), Err("InvalidRequest".into()), "{values:?}");
        }
    }
}
