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

use crate::errors::ErrorResponse;
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
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Result<Json<Query>, JsonRejection>,
) -> axum::response::Response {
    let query = match body {
        Ok(Json(query)) => query,
        Err(rejection) => {
            let errors = json!({ "errors": [{ "message": rejection.body_text() }], "data": null });
            return (rejection.status(), Json(errors)).into_response();
        }
    };
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let caller = Caller::new(&world, authorization, peer.ip());
    let mut request = Request::new(query.query).variables(Variables::from_json(query.variables));
    if let Some(name) = query.operation_name {
        request = request.operation_name(name);
    }
    let response = schema.execute(request.data(world).data(caller)).await;
    (status(&response), Json(envelope(&response))).into_response()
}

/// A document that never ran is the sender's mistake: 400, as Apollo answers it. A response is an answer like any other.
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

/// The service's own refusals are objects inside `message`; everything else is GraphQL's plain text.
fn error(error: &ServerError) -> Value {
    match error.source::<ErrorResponse>() {
        Some(response) => json!({ "message": response.to_json(), "path": error.path, "locations": error.locations }),
        None => json!(error),
    }
}
