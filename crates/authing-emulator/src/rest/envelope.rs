//! `{code, message, data}`: HTTP 200 says nothing, the code does.

use axum::Json;
use serde_json::{Value, json};

use crate::errors::{ErrorResponse, OK};

pub(super) fn success(message: &str, data: &Value) -> Json<Value> {
    Json(json!({ "code": OK, "message": message, "data": data }))
}

pub(super) fn of(message: &str, outcome: Result<Value, ErrorResponse>) -> Json<Value> {
    match outcome {
        Ok(data) => success(message, &data),
        Err(error) => Json(error.to_json()),
    }
}
