//! The door of today's REST API: what is read from a request, and written as its answer, for `/api/v3`.

mod answer;
mod authentication;
mod management;
mod mfa_token;
mod paths;
mod request;
mod signer;
mod upload;

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum::routing::{any, get, post};
use axum::{Router, middleware};

use crate::oidc::cors;
use crate::service::v3::error::V3Error;
use crate::service::v3::system;
use crate::world::World;
use request::V3Request;

pub(crate) fn routes(world: &Arc<World>) -> Router<Arc<World>> {
    let pages = middleware::from_fn_with_state(Arc::clone(world), cors::allow_applications);
    Router::new()
        .merge(authentication::routes())
        .merge(management::routes())
        .route(paths::SYSTEM, get(system_info))
        .route(paths::MFA_TOKEN, post(mfa_token::introspect))
        .route(paths::UPLOAD, post(upload::upload))
        .route(paths::ANY, any(unknown))
        .layer(pages)
}

/// The one answer without an envelope.
async fn system_info(State(world): State<Arc<World>>) -> axum::Json<serde_json::Value> {
    axum::Json(system::system(&world))
}

async fn unknown(request: V3Request) -> Response {
    answer::of(request.language(), Err(V3Error::no_such_path(request.method(), request.path())))
}
