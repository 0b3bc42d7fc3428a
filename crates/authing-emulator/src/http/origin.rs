//! The `Origin` check. A page of another site cannot read this server's responses, but it can make its visitor's browser send
//! requests; the browser says which page they come from.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::routes;
use crate::service::provider::apps;
use crate::world::World;

/// `GET` requests that change something: they send an SMS or generate a QR code.
const CHANGING: [&str; 4] = [routes::SEND_SMS_CODE, routes::SEND_REGISTER_SMS_CODE, routes::WXAPP_QR, routes::APP_QR];

/// Where a request comes from, as far as its browser says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// A program, the emulator's own page, or the address bar.
    Own,
    /// A page on another port or name of the loopback: a web application under development.
    Loopback,
    /// Any other page.
    Foreign,
}

/// Rejects requests that change something, if a foreign page sent them. A page of the loopback or of a registered application uses
/// the services and not the control API.
pub(super) async fn check_origin(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    let rejected = changes_state(&request)
        && match Source::of(request.headers(), request.uri()) {
            Source::Own => false,
            Source::Loopback => routes::is_own(request.uri().path()),
            Source::Foreign => routes::is_own(request.uri().path()) || !is_applications(&world, request.headers()),
        };
    if rejected {
        let why = "A page of another origin sent this request. Only programs and the emulator's own page change its state; \
            pages of the loopback and of registered redirect URIs use the services, and not /_emulator.\n";
        return (StatusCode::FORBIDDEN, why).into_response();
    }
    next.run(request).await
}

/// Whether the page is that of a registered application, such as a single-page application behind a name of its own.
fn is_applications(world: &World, headers: &HeaderMap) -> bool {
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    origin.is_some_and(|origin| apps::have_page_of(world, origin))
}

fn changes_state(request: &Request) -> bool {
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    match *request.method() {
        Method::GET | Method::HEAD => route.is_some_and(|route| CHANGING.contains(&route)),
        Method::OPTIONS => false,
        _ => true,
    }
}

impl Source {
    /// By `Sec-Fetch-Site`, which no page can set; where it names another site, or an old browser does not send it, by `Origin`.
    /// A program sends neither. The order matters: a form of a page without referrers has the origin `null`, its own or not.
    fn of(headers: &HeaderMap, uri: &Uri) -> Self {
        let site = headers.get("sec-fetch-site").map(header::HeaderValue::as_bytes);
        match (site, headers.get(header::ORIGIN)) {
            (Some(b"same-origin" | b"none"), _) | (None, None) => Self::Own,
            (Some(_), None) => Self::Foreign,
            (_, Some(origin)) => {
                let origin = origin.to_str().ok().and_then(|origin| origin.parse::<Uri>().ok());
                origin.map_or(Self::Foreign, |origin| Self::of_origin(&origin, headers, uri))
            }
        }
    }

    fn of_origin(origin: &Uri, headers: &HeaderMap, uri: &Uri) -> Self {
        let Some(authority) = origin.authority().filter(|_| origin.scheme().is_some()) else { return Self::Foreign };
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let host = host.or_else(|| uri.authority().map(axum::http::uri::Authority::as_str));
        if host.is_some_and(|host| authority.as_str().eq_ignore_ascii_case(host)) {
            Self::Own
        } else if is_loopback(authority.host()) {
            Self::Loopback
        } else {
            Self::Foreign
        }
    }
}

fn is_loopback(name: &str) -> bool {
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}
