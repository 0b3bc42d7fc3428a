//! GraphQL over HTTP: one request in, the service's envelope out.

use std::net::SocketAddr;
use std::sync::Arc;

use async_graphql::{Request, Response, ServerError, Variables};
use axum::extract::rejection::JsonRejection;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::{Extension, Json};
use serde::Deserialize;
use serde_json::{Value, json};

use super::documents::Documents;
use super::limits::TooCostly;
use crate::errors::ErrorResponse;
use crate::outcome::Outcome;
use crate::service::callers::Caller;
use crate::world::World;
use async_graphql::dynamic::Schema;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "they are the wire's")]
pub(crate) struct Query {
    query: String,
    #[serde(default)]
    operation_name: Option<String>,
    #[serde(default)]
    variables: Value,
}

pub(crate) async fn execute(
    State(world): State<Arc<World>>,
    Extension(schema): Extension<Schema>,
    Extension(documents): Extension<Arc<Documents>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Result<Json<Query>, JsonRejection>,
) -> axum::response::Response {
    let query = match body {
        Ok(Json(query)) => query,
        Err(rejection) => return rejected(rejection.status(), &rejection.body_text()),
    };
    let request = match request(query, &documents) {
        Ok(request) => request,
        Err(too_costly) => return rejected(StatusCode::BAD_REQUEST, &too_costly.to_string()),
    };
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let caller = Caller::new(&world, authorization, peer.ip());
    let response = schema.execute(request.data(world).data(caller)).await;
    let envelope = envelope(&response);
    (status(&response), Extension(Outcome::of(&envelope)), Json(envelope)).into_response()
}

fn request(query: Query, documents: &Documents) -> Result<Request, TooCostly> {
    let document = documents.parse(&query.query)?;
    let mut request = Request::new(query.query).variables(Variables::from_json(query.variables));
    // What does not parse costs nothing more; executing it says what is wrong.
    if let Some(document) = document {
        request.set_parsed_query(document);
    }
    Ok(match query.operation_name {
        Some(name) => request.operation_name(name),
        None => request,
    })
}

/// GraphQL's envelope for a request that is not executed.
fn rejected(status: StatusCode, message: &str) -> axum::response::Response {
    (status, Json(json!({ "errors": [{ "message": message }], "data": null }))).into_response()
}

/// A document that was not executed is the sender's mistake: status 400, as Apollo returns it. An error of the service has status 200.
fn status(response: &Response) -> StatusCode {
    let never_ran = |error: &ServerError| error.path.is_empty();
    if !response.errors.is_empty() && response.errors.iter().all(never_ran) {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    }
}

fn envelope(response: &Response) -> Value {
    let data = json!(response.data);
    if response.errors.is_empty() {
        return json!({ "data": data });
    }
    // Several fields may have been asked for at once: what one of them answered is not lost with the other's response.
    let all_null = data.as_object().is_none_or(|fields| fields.values().all(Value::is_null));
    let errors: Vec<Value> = response.errors.iter().map(error).collect();
    json!({ "errors": errors, "data": if all_null { Value::Null } else { data } })
}

/// The service's own errors are objects inside `message`; all others are GraphQL's plain text.
fn error(error: &ServerError) -> Value {
    match error.source::<ErrorResponse>() {
        Some(response) => json!({ "message": response.to_json(), "path": error.path, "locations": error.locations }),
        None => json!(error),
    }
}
