//! The parameters of a request, in its query or in a form.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};

use super::headers::text;
use super::reply::ErrorReply;
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
    type Rejection = ErrorReply;

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
    type Rejection = ErrorReply;

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
