//! The `Host` check. A web page can make its own name point at 127.0.0.1 (DNS rebinding); a browser then lets the page read this
//! server's responses. The `Host` header has the page's name, and such a request is rejected.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::origin;
use crate::world::World;

pub(crate) async fn check_host(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str));
    match host {
        Some(host) if world.is_own_host(host) => {
            let origin = origin::of_authority(host);
            origin::scope(origin, next.run(request)).await
        }
        _ => (
            StatusCode::FORBIDDEN,
            "This emulator answers loopback names only (localhost, 127.0.0.1, [::1]). Start it with --allow-host NAME to let another in.\n",
        )
            .into_response(),
    }
}
