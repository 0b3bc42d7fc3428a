//! What the service says, in each of its envelopes.

use authing_core::{Response, TransportError, TransportErrorKind};
use serde_json::{Value, json};

use super::Answer;

/// An answer of any status with any body.
pub(crate) fn raw(status: u16, body: impl Into<Vec<u8>>) -> Answer {
    Ok(Response::new(status, body))
}

pub(crate) fn json_body(body: &Value) -> Answer {
    raw(200, body.to_string())
}

/// GraphQL's success. The value may be that of a field of the root field: `rbacGroup.users`.
pub(crate) fn data(field: &str, value: &Value) -> Answer {
    let data = field.rsplit('.').fold(value.clone(), |inner, name| json!({ name: inner }));
    json_body(&json!({ "data": data }))
}

/// GraphQL's refusal, with the service's object for a message.
pub(crate) fn refused(code: i64, message: &str) -> Answer {
    let message = json!({ "code": code, "message": message, "data": null });
    json_body(&json!({ "errors": [{ "message": message, "path": ["x"] }], "data": null }))
}

/// The REST envelope.
pub(crate) fn rest(code: i64, message: &str, data: &Value) -> Answer {
    json_body(&json!({ "code": code, "message": message, "data": data }))
}

pub(crate) fn fault(kind: TransportErrorKind) -> Answer {
    Err(TransportError::new(kind))
}

pub(crate) fn user() -> Value {
    json!({ "_id": super::USER, "nickname": "Bob" })
}

/// The owner's token.
pub(crate) fn owner(token: &str) -> Answer {
    data("getClientWhenSdkInit", &json!({ "accessToken": token, "clientInfo": { "_id": super::POOL } }))
}

/// An empty page of users.
pub(crate) fn users() -> Answer {
    data("users", &json!({ "totalCount": 0, "list": [] }))
}
