//! Several pools behind one address: which of them a request is for.
//!
//! Most requests name their pool, or an application of it, in the path, the query or the body. The others carry a token, whose
//! claims name it, or something that only one pool has issued: a QR code, a ticket, an upload. A page's request may say no more than
//! its origin.

use std::sync::Arc;

use authing_core::wire::header::{APP_ID, USER_POOL_ID};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use tower_service::Service as _;

use super::limits::BODY_LIMIT;
use crate::routes;
use crate::service::pools;
use crate::service::provider::apps;
use crate::world::World;

/// A pool's world, and the router with all layers over it.
pub(super) type Pool = (Arc<World>, Router);

/// A router in front of those of several pools.
pub(super) fn router(pools: Vec<Pool>) -> Router {
    Router::new().fallback(dispatch).with_state(Arc::new(pools))
}

async fn dispatch(State(pools): State<Arc<Vec<Pool>>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    // The control API's bodies name no pool: its query does. They may be larger than any other.
    let (body, seen) = if routes::is_own(parts.uri.path()) {
        (body, Bytes::new())
    } else {
        match to_bytes(body, BODY_LIMIT).await {
            Ok(bytes) => (Body::from(bytes.clone()), bytes),
            Err(error) => return (StatusCode::PAYLOAD_TOO_LARGE, error.to_string()).into_response(),
        }
    };
    let (_, router) = &pools[choose(&pools, &parts, &seen)];
    match router.clone().call(Request::from_parts(parts, body)).await {
        Ok(response) => response,
        Err(impossible) => match impossible {},
    }
}

/// The pool that a request is for; the first, if nothing says so.
fn choose(pools: &[Pool], parts: &Parts, body: &[u8]) -> usize {
    let address = parts.uri.to_string();
    let authorization = authorization(&parts.headers);
    let named = |text: &[u8]| find(pools, text, pools::is_named);
    let issued = |text: &[u8]| find_issued(pools, text);
    // A body that names two pools, one of them in some user's text, is for the pool of its token.
    let of_token = named(&claims(authorization.as_bytes()));
    let in_body = of_token.filter(|at| mentions(pools, *at, body)).or_else(|| named(body));
    named(address.as_bytes())
        .or_else(|| named(named_in_headers(&parts.headers).as_bytes()))
        .or(in_body)
        .or(of_token)
        .or_else(|| named(authorization.as_bytes()))
        .or_else(|| named(&claims(address.as_bytes())))
        .or_else(|| named(&claims(body)))
        .or_else(|| issued(address.as_bytes()))
        .or_else(|| issued(body))
        .or_else(|| issued(authorization.as_bytes()))
        .or_else(|| of_page(pools, parts))
        .unwrap_or(0)
}

/// The pool of the application whose page sends a request. A CORS preflight carries nothing else.
fn of_page(pools: &[Pool], parts: &Parts) -> Option<usize> {
    let origin = parts.headers.get(header::ORIGIN).filter(|_| !routes::is_own(parts.uri.path()))?.to_str().ok()?;
    pools.iter().position(|(world, _)| apps::have_page_of(world, origin))
}

/// The first pool that knows a word of a text.
fn find(pools: &[Pool], text: &[u8], knows: fn(&World, &str) -> bool) -> Option<usize> {
    words(text).find_map(|word| pools.iter().position(|(world, _)| knows(world, word)))
}

/// The same, by what a pool has issued. Such words are long; the first of a text are enough.
fn find_issued(pools: &[Pool], text: &[u8]) -> Option<usize> {
    const SHORTEST: usize = 12;
    const MOST: usize = 1_000;
    let mut words = words(text).filter(|word| word.len() >= SHORTEST).take(MOST);
    words.find_map(|word| pools.iter().position(|(world, _)| pools::has_issued(world, word)))
}

fn mentions(pools: &[Pool], at: usize, text: &[u8]) -> bool {
    pools.get(at).is_some_and(|(world, _)| words(text).any(|word| pools::is_named(world, word)))
}

/// Runs of letters, digits, `-` and `_`, as ids are.
fn words(text: &[u8]) -> impl Iterator<Item = &str> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    text.split(move |byte| !is_part(byte)).filter_map(|word| std::str::from_utf8(word).ok().filter(|it| !it.is_empty()))
}

/// What the JWTs in a text say, one after another. Nothing is verified here: the pool does that.
fn claims(text: &[u8]) -> Vec<u8> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let mut found = Vec::new();
    for token in text.split(|byte| !is_part(byte)).filter(|word| word.starts_with(b"eyJ")) {
        if let Some(payload) = token.split(|byte| *byte == b'.').nth(1)
            && let Ok(payload) = str::from_utf8(payload)
            && let Ok(payload) = Base64UrlUnpadded::decode_vec(payload)
        {
            found.extend(payload);
            found.push(b' ');
        }
    }
    found
}

/// The application and the pool that today's clients name in headers.
fn named_in_headers(headers: &HeaderMap) -> String {
    let names = [APP_ID, USER_POOL_ID];
    let values = names.into_iter().filter_map(|name| headers.get(name)?.to_str().ok());
    values.collect::<Vec<_>>().join(" ")
}

/// The `authorization` header; the client's id and secret of `Basic` in plain.
fn authorization(headers: &HeaderMap) -> String {
    let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let basic = header.strip_prefix("Basic ").and_then(|encoded| Base64::decode_vec(encoded.trim()).ok());
    basic.and_then(|plain| String::from_utf8(plain).ok()).unwrap_or_else(|| header.to_owned())
}
