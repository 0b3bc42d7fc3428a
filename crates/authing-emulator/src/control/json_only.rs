//! Every change needs `content-type: application/json`: a form of another page cannot send that without asking first.

use axum::Json;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

pub(super) async fn require_json(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_json(&request) {
        return next.run(request).await;
    }
    let error = json!({ "error": "send this with `content-type: application/json`" });
    (StatusCode::UNSUPPORTED_MEDIA_TYPE, Json(error)).into_response()
}

fn is_json(request: &Request) -> bool {
    let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next()).unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case("application/json")
}
