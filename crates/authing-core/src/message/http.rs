//! The conversion to and from the types of the `http` crate: nothing is copied but the names of the service's own headers.

use std::borrow::Cow;

use ::http::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};

use super::{Method, Request, Response};
use crate::{Body, TransportError, TransportErrorKind};

impl From<Method> for ::http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Patch => Self::PATCH,
            Method::Delete => Self::DELETE,
        }
    }
}

impl Request {
    /// The headers; `authorization` is marked as sensitive. Needs the feature `http`.
    ///
    /// # Errors
    ///
    /// [`TransportErrorKind::Other`] if the `http` crate does not accept a header; those of the SDK's requests it does.
    pub fn header_map(&self) -> Result<HeaderMap, TransportError> {
        let invalid = || unusable("a header is not usable");
        let mut headers = HeaderMap::with_capacity(8);
        for (name, value) in self.headers.iter() {
            let name = match name {
                Cow::Borrowed(name) => HeaderName::from_static(name),
                Cow::Owned(name) => HeaderName::try_from(name).map_err(|_| invalid())?,
            };
            let value = value.clone().into_text().into_bytes();
            let mut value = HeaderValue::from_maybe_shared(value).map_err(|_| invalid())?;
            value.set_sensitive(name == AUTHORIZATION);
            headers.insert(name, value);
        }
        Ok(headers)
    }
}

/// A request that the `http` crate does not accept is [`TransportErrorKind::Other`].
impl TryFrom<Request> for ::http::Request<Body> {
    type Error = TransportError;

    fn try_from(request: Request) -> Result<Self, TransportError> {
        let headers = request.header_map()?;
        let Request { method, url, body, .. } = request;
        let mut converted = Self::new(body);
        *converted.method_mut() = method.into();
        *converted.uri_mut() =
            ::http::Uri::from_maybe_shared(url.into_bytes()).map_err(|_| unusable("the URL is not usable"))?;
        *converted.headers_mut() = headers;
        Ok(converted)
    }
}

impl From<::http::Response<Vec<u8>>> for Response {
    fn from(response: ::http::Response<Vec<u8>>) -> Self {
        let (parts, body) = response.into_parts();
        Self::new(parts.status.as_u16(), body).with_retry_after(parts.headers.get(RETRY_AFTER))
    }
}

fn unusable(what: &'static str) -> TransportError {
    TransportError::new(TransportErrorKind::Other).with_source(what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(url: &str) -> Request {
        Request::new(Method::Post, url, Body::Bytes("{}".into()))
            .with_header("Authorization", "Bearer t")
            .and_then(|request| request.with_header("x-authing-app-id", "a"))
            .unwrap()
    }

    #[test]
    fn converted_request_is_the_same_and_its_token_sensitive() {
        let converted = ::http::Request::<Body>::try_from(request("https://a.cn/x?y=1")).unwrap();
        assert_eq!((converted.method().as_str(), converted.uri().to_string().as_str()), ("POST", "https://a.cn/x?y=1"));
        assert_eq!(converted.headers().len(), 2);
        assert_eq!(converted.headers()["x-authing-app-id"], "a");
        assert_eq!(converted.headers()[AUTHORIZATION], "Bearer t");
        assert!(converted.headers()[AUTHORIZATION].is_sensitive());
        assert!(matches!(converted.body(), Body::Bytes(bytes) if &**bytes == b"{}"));
    }

    #[test]
    fn url_that_is_none_is_an_error_that_does_not_hold_it() {
        let error = ::http::Request::<Body>::try_from(request("https://17670416754 .cn")).unwrap_err();
        assert_eq!(error.kind, TransportErrorKind::Other);
        assert!(!format!("{error:?}").contains("1767"));
    }

    #[test]
    fn converted_response_keeps_status_body_and_retry_after() {
        let response = ::http::Response::builder().status(503).header("retry-after", "7").body(b"x".to_vec()).unwrap();
        let expected = Response::new(503, "x").with_retry_after(Some("7"));
        assert_eq!(Response::from(response), expected);
        assert_eq!(expected.retry_after(), Some(std::time::Duration::from_secs(7)));
    }
}
