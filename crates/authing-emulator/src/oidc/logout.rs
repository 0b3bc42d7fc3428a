//! The end-session endpoint.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;

use super::cookies::SESSION;
use super::headers::cookie;
use super::request::QueryOrForm;
use super::{forms, reply, texts};
use crate::crypto::hash;
use crate::service::provider::logout::{self, Logout};
use crate::world::World;

pub(super) async fn end_session(
    State(world): State<Arc<World>>,
    method: Method,
    headers: HeaderMap,
    QueryOrForm(params): QueryOrForm,
) -> Response {
    let texts = texts::of_request(&headers, params.get("ui_locales"));
    let session = cookie(&headers, SESSION);
    // The confirmation repeats a value that only this browser's own page knows.
    let proof = session.map(hash::sha256_base64url);
    let confirmed = method == Method::POST && proof.is_some() && params.get("confirm") == proof.as_deref();
    match logout::log_out(&world, &params, session, confirmed) {
        Ok(Logout::Done(Some(location))) => reply::without_session(reply::redirect(StatusCode::FOUND, location)),
        Ok(Logout::Done(None)) => reply::without_session(forms::logged_out(texts)),
        Ok(Logout::Ask) => forms::confirm_logout(texts, proof.as_deref().unwrap_or_default(), &params),
        Err(error) => forms::error(texts, &error),
    }
}
