//! The page at `/`: plain files inside this program, which read the control API.

use std::sync::Arc;

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::routes;
use crate::world::World;

/// Its own files and nothing else: no script inside the page, nothing from elsewhere, no frame around it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const IMAGE: &str = "image/svg+xml";

const INDEX: &str = include_str!("page/index.html");

/// The files of the page: name, type, text.
const PARTS: &[(&str, &str, &str)] = &[
    ("page.css", STYLE, include_str!("page/page.css")),
    ("icon.svg", IMAGE, include_str!("page/icon.svg")),
    ("page.js", SCRIPT, include_str!("page/page.js")),
    ("connection.js", SCRIPT, include_str!("page/connection.js")),
    ("dom.js", SCRIPT, include_str!("page/dom.js")),
    ("organization.js", SCRIPT, include_str!("page/organization.js")),
    ("paging.js", SCRIPT, include_str!("page/paging.js")),
    ("provider.js", SCRIPT, include_str!("page/provider.js")),
    ("qr.js", SCRIPT, include_str!("page/qr.js")),
    ("sections.js", SCRIPT, include_str!("page/sections.js")),
    ("texts.js", SCRIPT, include_str!("page/texts.js")),
];

pub(crate) fn routes() -> Router<Arc<World>> {
    Router::new().route(routes::PAGE, get(index)).route(routes::PAGE_PART, get(part))
}

async fn index() -> Response {
    file(HTML, INDEX)
}

async fn part(Path(name): Path<String>) -> Response {
    match PARTS.iter().find(|(part, ..)| *part == name) {
        Some((_, content_type, text)) => file(content_type, text),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn file(content_type: &'static str, text: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        // Another version of the emulator may serve this URL a moment later.
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, text).into_response()
}
