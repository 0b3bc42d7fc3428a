//! Userinfo, and `validate_token`.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::headers::bearer;
use super::reply::{self, ErrorReply, NOT_TO_BE_KEPT};
use super::request::Query;
use crate::service::provider::error::OauthError;
use crate::service::provider::inspect;
use crate::service::provider::params::Params;
use crate::world::World;

/// The access token stands in the header, the query or the form (RFC 6750, section 2).
pub(super) async fn user_info(
    State(world): State<Arc<World>>,
    method: Method,
    headers: HeaderMap,
    Query(query): Query,
    body: Bytes,
) -> Result<Response, ErrorReply> {
    let form = if method == Method::POST { Params::parse(&body) } else { Params::default() };
    match shown(&headers, &query, &form)? {
        Some(token) => Ok((NOT_TO_BE_KEPT, Json(inspect::user_info(&world, &token)?)).into_response()),
        None => Ok(reply::token_wanted()),
    }
}

/// One token, in one place or several.
fn shown(headers: &HeaderMap, query: &Params, form: &Params) -> Result<Option<String>, OauthError> {
    query.check_no_repetition()?;
    form.check_no_repetition()?;
    let places = [bearer(headers), query.get("access_token"), form.get("access_token")];
    let mut tokens = places.into_iter().flatten();
    let first = tokens.next();
    if tokens.all(|token| Some(token) == first) {
        Ok(first.map(str::to_owned))
    } else {
        Err(OauthError::invalid_request("the request has two access tokens"))
    }
}

pub(super) async fn validate(State(world): State<Arc<World>>, Query(query): Query) -> Response {
    if let Some(claims) = inspect::validate(&world, &query) {
        return (NOT_TO_BE_KEPT, Json(claims)).into_response();
    }
    let body = Json(json!({ "code": 400, "message": "token 不合法或已过期" }));
    (StatusCode::BAD_REQUEST, NOT_TO_BE_KEPT, body).into_response()
}
