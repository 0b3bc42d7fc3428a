//! The endpoints that an application's server calls: token, introspection, revocation.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::headers::client_headers;
use super::reply::{ErrorReply, NOT_TO_BE_KEPT};
use super::request::Form;
use crate::service::provider::error::OauthError;
use crate::service::provider::params::Params;
use crate::service::provider::{client, inspect, tokens};
use crate::state::provider::{App, ClientEndpoint};
use crate::world::World;

pub(super) async fn token(
    State(world): State<Arc<World>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(form): Form,
) -> Result<Response, ErrorReply> {
    let app = authenticated(&world, ClientEndpoint::Token, &headers, &form)?;
    let tokens = tokens::exchange(&world, &app, &form, &peer.ip().to_string())?;
    Ok((NOT_TO_BE_KEPT, Json(tokens)).into_response())
}

pub(super) async fn introspection(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    Form(form): Form,
) -> Result<Response, ErrorReply> {
    let app = authenticated(&world, ClientEndpoint::Introspection, &headers, &form)?;
    Ok((NOT_TO_BE_KEPT, Json(inspect::introspect(&world, &app, &form)?)).into_response())
}

/// An empty body, whether the token was known or not (RFC 7009, section 2.2).
pub(super) async fn revocation(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    Form(form): Form,
) -> Result<Response, ErrorReply> {
    let app = authenticated(&world, ClientEndpoint::Revocation, &headers, &form)?;
    inspect::revoke(&world, &app, &form)?;
    Ok(NOT_TO_BE_KEPT.into_response())
}

/// The service does not take `Basic` here.
pub(super) async fn oauth_revocation(
    state: State<Arc<World>>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, ErrorReply> {
    if client_headers(&headers)?.basic.is_some() {
        return Err(OauthError::invalid_client().into());
    }
    revocation(state, headers, form).await
}

fn authenticated(
    world: &World,
    endpoint: ClientEndpoint,
    headers: &HeaderMap,
    form: &Params,
) -> Result<App, OauthError> {
    client::authenticate(world, endpoint, &client_headers(headers)?, form)
}
