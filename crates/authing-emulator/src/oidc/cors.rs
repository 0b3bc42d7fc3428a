//! CORS. A page may read the endpoints' responses if its origin is that of a registered redirect URI: single-page applications
//! need this. Cookies are excluded.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::service::provider::apps;
use crate::world::World;

const METHODS: HeaderValue = HeaderValue::from_static("GET, POST");
/// The challenge of an error (RFC 6750, section 3) is in a header, which pages cannot read by default.
const EXPOSED: HeaderValue = HeaderValue::from_static("www-authenticate");

pub(crate) async fn allow_applications(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).filter(|origin| is_applications(&world, origin)).cloned();
    if request.method() == Method::OPTIONS {
        return preflight(origin, request.headers().get(header::ACCESS_CONTROL_REQUEST_HEADERS));
    }
    let mut response = next.run(request).await;
    allow(response.headers_mut(), origin);
    response
}

fn is_applications(world: &World, origin: &HeaderValue) -> bool {
    origin.to_str().is_ok_and(|origin| apps::have_page_of(world, origin))
}

/// Any header may be sent: clients have headers of their own, for statistics or `DPoP`.
fn preflight(origin: Option<HeaderValue>, requested: Option<&HeaderValue>) -> Response {
    let mut headers = HeaderMap::new();
    if origin.is_some() {
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.extend(requested.map(|names| (header::ACCESS_CONTROL_ALLOW_HEADERS, names.clone())));
    }
    allow(&mut headers, origin);
    (StatusCode::NO_CONTENT, headers).into_response()
}

fn allow(headers: &mut HeaderMap, origin: Option<HeaderValue>) {
    headers.append(header::VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }
}
