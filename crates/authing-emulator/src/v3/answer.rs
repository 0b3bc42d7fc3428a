//! The envelope of V3: `{statusCode, message, apiCode?, requestId, data?}`, with HTTP 200 for errors as well.

use authing_core::Language;
use axum::Json;
use axum::http::header::{CACHE_CONTROL, HeaderName};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::crypto::random;
use crate::service::v3::Outcome;

/// Answers hold tokens and what belongs to one user.
const NOT_TO_BE_KEPT: [(HeaderName, &str); 1] = [(CACHE_CONTROL, "no-store")];

pub(super) fn of(language: Language, outcome: Outcome) -> Response {
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
    (NOT_TO_BE_KEPT, Json(body)).into_response()
}
