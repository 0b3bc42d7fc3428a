//! CORS. A page may read the endpoints' responses if its origin is that of a registered redirect URI: single-page applications
//! need this. Cookies are excluded.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::service::provider::apps;
use crate::world::World;

/// The headers that the published clients send.
const HEADERS: HeaderValue = HeaderValue::from_static(
    "authorization, content-type, x-authing-app-id, x-authing-userpool-id, x-authing-request-from, \
     x-authing-sdk-version, x-authing-lang",
);
const METHODS: HeaderValue = HeaderValue::from_static("GET, POST");

pub(crate) async fn allow_applications(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).filter(|origin| is_applications(&world, origin)).cloned();
    if request.method() == Method::OPTIONS {
        return preflight(origin);
    }
    let mut response = next.run(request).await;
    allow(response.headers_mut(), origin);
    response
}

fn is_applications(world: &World, origin: &HeaderValue) -> bool {
    origin.to_str().is_ok_and(|origin| apps::have_page_of(world, origin))
}

fn preflight(origin: Option<HeaderValue>) -> Response {
    let mut headers = HeaderMap::new();
    if origin.is_some() {
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
    }
    allow(&mut headers, origin);
    (StatusCode::NO_CONTENT, headers).into_response()
}

fn allow(headers: &mut HeaderMap, origin: Option<HeaderValue>) {
    headers.append(header::VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
}
