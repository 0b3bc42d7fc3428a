//! The operation and the code in a response. Nothing else of it is read.

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header;
use axum::response::Response;
use serde_json::Value;

use crate::errors::OK;

/// A JSON response longer than this, in bytes, is passed on unread: only lists and files are so long.
const LONGEST: usize = 64 * 1024;

/// The inside of a response, as the log has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outcome {
    /// The GraphQL fields that were answered.
    pub(super) operation: Option<String>,
    /// The service's code.
    pub(super) code: Option<i64>,
}

/// The response as it was, and its operation and code.
pub(super) async fn of(response: Response) -> (Response, Outcome) {
    if !is_short_json(&response) {
        return (response, Outcome::default());
    }
    let (parts, body) = response.into_parts();
    // It lies in memory already, so this neither waits nor fails.
    let bytes = to_bytes(body, LONGEST).await.unwrap_or_else(|_| Bytes::new());
    let outcome = serde_json::from_slice(&bytes).map(|answer| read(&answer)).unwrap_or_default();
    (Response::from_parts(parts, Body::from(bytes)), outcome)
}

fn is_short_json(response: &Response) -> bool {
    use axum::body::HttpBody as _;
    let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let length = response.body().size_hint().exact();
    content_type.is_some_and(|content_type| content_type.starts_with("application/json"))
        && length.is_some_and(|length| length <= LONGEST as u64)
}

fn read(answer: &Value) -> Outcome {
    let error = &answer["errors"][0];
    if !error.is_null() {
        let operation = error["path"][0].as_str().map(str::to_owned);
        return Outcome { operation, code: error["message"]["code"].as_i64() };
    }
    if let Some(status_code) = answer["statusCode"].as_i64() {
        return Outcome { operation: None, code: answer["apiCode"].as_i64().or(Some(status_code)) };
    }
    if let Some(code) = answer["code"].as_i64() {
        return Outcome { operation: None, code: Some(code) };
    }
    match &answer["data"] {
        Value::Object(fields) => Outcome { operation: Some(names(fields)), code: Some(OK) },
        _ => Outcome::default(),
    }
}

fn names(fields: &serde_json::Map<String, Value>) -> String {
    fields.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn outcome(operation: Option<&str>, code: Option<i64>) -> Outcome {
        Outcome { operation: operation.map(str::to_owned), code }
    }

    #[test]
    fn every_envelope_tells_its_code() {
        assert_eq!(read(&json!({ "data": { "login": { "token": "t" } } })), outcome(Some("login"), Some(200)));
        let refused = json!({ "errors": [{ "message": { "code": 2006 }, "path": ["login"] }], "data": null });
        assert_eq!(read(&refused), outcome(Some("login"), Some(2006)));
        assert_eq!(read(&json!({ "errors": [{ "message": "no such field" }] })), outcome(None, None));
        assert_eq!(read(&json!({ "code": 500, "message": "…" })), outcome(None, Some(500)));
        assert_eq!(read(&json!({ "statusCode": 200, "data": { "a": 1 } })), outcome(None, Some(200)));
        assert_eq!(read(&json!({ "statusCode": 404, "apiCode": 2004 })), outcome(None, Some(2004)));
        assert_eq!(read(&json!({ "ok": 2 })), outcome(None, None));
        assert_eq!(read(&json!([1])), outcome(None, None));
    }
}
