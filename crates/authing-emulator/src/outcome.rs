//! The operation and the code in a response of the services. Nothing else of it is read.

use serde_json::Value;

use crate::errors::OK;

/// The inside of a response, as the log has it. A handler that knows it leaves it in the response's extensions; any other response
/// is read for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Outcome {
    /// The GraphQL fields of the response.
    pub(crate) operation: Option<String>,
    /// The service's code.
    pub(crate) code: Option<i64>,
}

impl Outcome {
    /// Of a response in any of the service's envelopes.
    pub(crate) fn of(answer: &Value) -> Self {
        let error = &answer["errors"][0];
        if !error.is_null() {
            let operation = error["path"][0].as_str().map(str::to_owned);
            return Self { operation, code: error["message"]["code"].as_i64() };
        }
        if let Some(status_code) = answer["statusCode"].as_i64() {
            return Self { operation: None, code: answer["apiCode"].as_i64().or(Some(status_code)) };
        }
        if let Some(code) = answer["code"].as_i64() {
            return Self { operation: None, code: Some(code) };
        }
        match &answer["data"] {
            Value::Object(fields) => Self { operation: Some(names(fields)), code: Some(OK) },
            _ => Self::default(),
        }
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
        assert_eq!(Outcome::of(&json!({ "data": { "login": { "token": "t" } } })), outcome(Some("login"), Some(200)));
        let refused = json!({ "errors": [{ "message": { "code": 2006 }, "path": ["login"] }], "data": null });
        assert_eq!(Outcome::of(&refused), outcome(Some("login"), Some(2006)));
        assert_eq!(Outcome::of(&json!({ "errors": [{ "message": "no such field" }] })), outcome(None, None));
        assert_eq!(Outcome::of(&json!({ "code": 500, "message": "…" })), outcome(None, Some(500)));
        assert_eq!(Outcome::of(&json!({ "statusCode": 200, "data": { "a": 1 } })), outcome(None, Some(200)));
        assert_eq!(Outcome::of(&json!({ "statusCode": 404, "apiCode": 2004 })), outcome(None, Some(2004)));
        assert_eq!(Outcome::of(&json!({ "ok": 2 })), outcome(None, None));
        assert_eq!(Outcome::of(&json!([1])), outcome(None, None));
    }
}
