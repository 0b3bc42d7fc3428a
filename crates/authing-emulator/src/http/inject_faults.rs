//! Injected faults: what a network or a gateway does to a request, done to the socket.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::limits::BODY_LIMIT;
use super::socket::ConnectionHandle;
use crate::state::faults::{ConnectionFault, Fault};
use crate::world::World;
use crate::{graphql, routes};

/// The layer that all requests pass. The emulator's own paths are never disturbed.
pub(crate) async fn inject_faults(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    if request.uri().path().starts_with(routes::CONTROL) {
        return next.run(request).await;
    }
    let (request, operations) = match operations(&world, request).await {
        Ok(known) => known,
        Err(response) => return response,
    };
    match world.faults.take_match(request.uri().path(), &operations) {
        None => next.run(request).await,
        Some(Fault::Delay { delay_ms }) => {
            tokio::time::sleep(Duration::from_millis(delay_ms)).await;
            next.run(request).await
        }
        Some(Fault::Respond { status, body, headers }) => answer(status, body, &headers),
        Some(Fault::Connection(how)) => break_off(request, how).await,
    }
}

/// The GraphQL operations that a request asks for, if a rule needs them. Its body is read for that.
async fn operations(world: &World, request: Request) -> Result<(Request, Vec<String>), Response> {
    if request.uri().path() != routes::GRAPHQL || !world.faults.ask_for_operations() {
        return Ok((request, Vec::new()));
    }
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, BODY_LIMIT).await;
    let body = body.map_err(|error| (StatusCode::PAYLOAD_TOO_LARGE, error.to_string()).into_response())?;
    let operations = graphql::operations(&body);
    Ok((Request::from_parts(parts, Body::from(body)), operations))
}

fn answer(status: u16, body: Value, headers: &BTreeMap<String, String>) -> Response {
    let (content_type, body) = match body {
        Value::Null => ("text/plain; charset=utf-8", Body::empty()),
        Value::String(text) => ("text/html; charset=utf-8", Body::from(text)),
        json => ("application/json; charset=utf-8", Body::from(json.to_string())),
    };
    let mut response = Response::builder().status(status).header(header::CONTENT_TYPE, content_type);
    for (name, value) in headers {
        response = response.header(name, value);
    }
    response.body(body).unwrap_or_else(|_| {
        (StatusCode::INTERNAL_SERVER_ERROR, "the fault has an impossible status or header").into_response()
    })
}

/// Hands the connection over to be broken; this future ends with it.
async fn break_off(request: Request, how: ConnectionFault) -> Response {
    let (parts, body) = request.into_parts();
    // Read to its end: the client must see the fault, and not the reset by which a kernel closes a socket with unread bytes.
    let _ = to_bytes(body, BODY_LIMIT).await;
    if let Some(handle) = parts.extensions.get::<ConnectionHandle>() {
        handle.inject(how).await;
    }
    std::future::pending().await
}
