//! The envelope of V3: `{statusCode, message, apiCode?, requestId, data?}`, with HTTP 200 for errors as well.

use authing_core::Language;
use axum::Json;
use axum::http::header::{CACHE_CONTROL, HeaderName};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::crypto::random;
use crate::service::v3::Outcome;

/// A response holds tokens, or the data of one user.
const NO_STORE: [(HeaderName, &str); 1] = [(CACHE_CONTROL, "no-store")];

pub(super) fn response(language: Language, outcome: Outcome) -> Response {
    let mut body = json!({ "statusCode": 200, "message": "", "requestId": random::hex::<8>() });
    match outcome {
        Ok(Value::Null) => {}
        Ok(data) => body["data"] = data,
        Err(error) => {
            body["statusCode"] = json!(error.status_code);
            body["message"] = json!(error.message(language));
            if let Some(code) = error.api_code {
                body["apiCode"] = json!(code);
            }
        }
    }
    (NO_STORE, Json(body)).into_response()
}
