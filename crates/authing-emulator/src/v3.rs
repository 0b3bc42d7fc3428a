//! The routes of today's REST API, `/api/v3`: they read a request, call a service and write its outcome.

mod authentication;
mod builders;
mod call;
mod envelope;
mod management;
mod mfa_token;
mod request;
mod upload;

use std::sync::Arc;

use authing_core::v3::{GetSystem, UploadFileToService};
use axum::extract::State;
use axum::response::Response;
use axum::routing::{any, get, post};
use axum::{Router, middleware};

use crate::oidc::cors;
use crate::service::v3::error::V3Error;
use crate::service::v3::system;
use crate::world::World;
use request::V3Request;

/// An endpoint of OAuth 2.0, without the envelope of the API.
const MFA_TOKEN: &str = "/mfa/token/introspection";
/// Any other path of the API.
const ANY: &str = "/api/v3/{*call}";

pub(crate) fn routes(world: &Arc<World>) -> Router<Arc<World>> {
    let pages = middleware::from_fn_with_state(Arc::clone(world), cors::allow_applications);
    let calls = authentication::calls().into_iter().chain(management::calls());
    calls
        .fold(Router::new(), |router, call| router.route(call.path, call.route))
        .route(call::of::<GetSystem>().path, get(system_info))
        .route(call::of::<UploadFileToService>().path, post(upload::upload))
        .route(MFA_TOKEN, post(mfa_token::introspect))
        .route(ANY, any(unknown))
        .layer(pages)
}

/// The one response of the API without an envelope.
async fn system_info(State(world): State<Arc<World>>) -> axum::Json<serde_json::Value> {
    axum::Json(system::system(&world))
}

async fn unknown(request: V3Request) -> Response {
    envelope::response(request.language(), Err(V3Error::no_such_path(request.method(), request.path())))
}
