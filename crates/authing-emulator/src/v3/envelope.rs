//! The envelope of V3: `{statusCode, message, apiCode?, requestId, data?}` in this order, with HTTP 200 for errors as well.

use authing_core::Language;
use axum::Json;
use axum::http::header::{CACHE_CONTROL, HeaderName};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use crate::crypto::random;
use crate::service::v3::Outcome;

/// A response holds tokens, or the data of one user.
const NO_STORE: [(HeaderName, &str); 1] = [(CACHE_CONTROL, "no-store")];

pub(super) fn response(language: Language, outcome: Outcome) -> Response {
    let (status_code, message, api_code) = match &outcome {
        Ok(_) => (200, "", None),
        Err(error) => (error.status_code, error.message(language), error.api_code),
    };
    let mut body = json!({ "statusCode": status_code, "message": message });
    if let Some(code) = api_code {
        body["apiCode"] = json!(code);
    }
    body["requestId"] = json!(random::hex::<8>());
    if let Some(data) = outcome.ok().filter(|data| !data.is_null()) {
        body["data"] = data;
    }
    (NO_STORE, Json(body)).into_response()
}
