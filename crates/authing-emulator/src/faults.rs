//! Faults on demand: what a network or a gateway does to a request, really done to the socket.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::Value;

use crate::routes;
use crate::server::BODY_LIMIT;
use crate::socket::{Break, Breaker};
use crate::world::World;

/// A fault, on which path, and how often.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FaultRule {
    /// The request's path; with a `*` at its end, every path that begins so.
    pub path: String,
    /// How many requests it meets: once when left out.
    #[serde(default = "once")]
    pub times: u32,
    /// What happens to them.
    pub fault: Fault,
}

fn once() -> u32 {
    1
}

/// What happens to a request.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Fault {
    /// It is answered later than it would be, in real milliseconds.
    #[serde(rename_all = "camelCase")]
    Delay {
        /// How much later.
        delay_ms: u64,
    },
    /// Something else answers it, as a gateway would.
    Answer {
        /// The HTTP status.
        status: u16,
        /// Text is sent as it is, anything else as JSON; nothing when left out.
        #[serde(default)]
        body: Value,
        /// Further headers, for a redirect's `location` for one.
        #[serde(default)]
        headers: BTreeMap<String, String>,
    },
    /// The connection is broken.
    Break(Break),
}

#[derive(Debug, Default)]
pub(crate) struct Faults {
    rules: Mutex<Vec<FaultRule>>,
}

impl Faults {
    pub(crate) fn replace(&self, rules: Vec<FaultRule>) {
        *self.rules.lock().unwrap_or_else(PoisonError::into_inner) = rules;
    }

    /// The fault that this request meets, if any; it is then one closer to being over.
    fn meet(&self, path: &str) -> Option<Fault> {
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let index = rules.iter().position(|rule| rule.times > 0 && rule.covers(path))?;
        rules[index].times -= 1;
        Some(rules[index].fault.clone())
    }
}

impl FaultRule {
    fn covers(&self, path: &str) -> bool {
        match self.path.strip_suffix('*') {
            Some(prefix) => path.starts_with(prefix),
            None => path == self.path,
        }
    }
}

/// The layer that all requests pass. The emulator's own paths are never disturbed.
pub(crate) async fn disturb(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.starts_with(routes::CONTROL) {
        return next.run(request).await;
    }
    match world.faults.meet(path) {
        None => next.run(request).await,
        Some(Fault::Delay { delay_ms }) => {
            tokio::time::sleep(Duration::from_millis(delay_ms)).await;
            next.run(request).await
        }
        Some(Fault::Answer { status, body, headers }) => answer(status, body, &headers),
        Some(Fault::Break(how)) => break_off(request, how).await,
    }
}

fn answer(status: u16, body: Value, headers: &BTreeMap<String, String>) -> Response {
    let (content_type, body) = match body {
        Value::Null => ("text/plain; charset=utf-8", Body::empty()),
        Value::String(text) => ("text/html; charset=utf-8", Body::from(text)),
        json => ("application/json; charset=utf-8", Body::from(json.to_string())),
    };
    let mut response = Response::builder().status(status).header(header::CONTENT_TYPE, content_type);
    for (name, value) in headers {
        response = response.header(name, value);
    }
    response.body(body).unwrap_or_else(|_| {
        (StatusCode::INTERNAL_SERVER_ERROR, "the fault has an impossible status or header").into_response()
    })
}

/// Hands the connection over to be broken; this future ends with it.
async fn break_off(request: Request, how: Break) -> Response {
    let (parts, body) = request.into_parts();
    // Read to its end, so that what the client sees is the fault and not the kernel's answer to unread bytes.
    let _ = to_bytes(body, BODY_LIMIT).await;
    if let Some(breaker) = parts.extensions.get::<Breaker>() {
        breaker.break_off(how).await;
    }
    std::future::pending().await
}
