//! The parts of a request: parameters, cookies, credentials.

use std::convert::Infallible;
use std::sync::Arc;

use authing_core::wire::header::APP_ID;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use base64ct::{Base64, Encoding as _};

use crate::service::provider::client::ClientHeaders;
use crate::service::provider::error::OauthError;
use crate::service::provider::params::Params;
use crate::world::World;

/// The query's parameters.
pub(super) struct Query(pub(super) Params);

impl FromRequestParts<Arc<World>> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<World>) -> Result<Self, Self::Rejection> {
        Ok(Self(Params::parse(parts.uri.query().unwrap_or_default().as_bytes())))
    }
}

/// A form's parameters.
pub(super) struct Form(pub(super) Params);

impl FromRequest<Arc<World>> for Form {
    type Rejection = super::reply::ErrorReply;

    async fn from_request(request: Request, world: &Arc<World>) -> Result<Self, Self::Rejection> {
        if !is_form(request.headers()) {
            return Err(OauthError::invalid_request("the body must be application/x-www-form-urlencoded").into());
        }
        match Bytes::from_request(request, world).await {
            Ok(body) => Ok(Self(Params::parse(&body))),
            Err(_) => Err(OauthError::invalid_request("the body is too large, or could not be read").into()),
        }
    }
}

/// The parameters of a `POST` with a form, else the query's: OpenID Connect Core, section 3.1.2.1, has both.
pub(super) struct QueryOrForm(pub(super) Params);

impl FromRequest<Arc<World>> for QueryOrForm {
    type Rejection = super::reply::ErrorReply;

    async fn from_request(request: Request, world: &Arc<World>) -> Result<Self, Self::Rejection> {
        if request.method() == Method::POST && is_form(request.headers()) {
            return Form::from_request(request, world).await.map(|Form(params)| Self(params));
        }
        Ok(Self(Params::parse(request.uri().query().unwrap_or_default().as_bytes())))
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let content_type = text(headers, header::CONTENT_TYPE).unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default().trim();
    media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

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
