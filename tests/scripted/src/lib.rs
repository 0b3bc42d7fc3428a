//! The world outside of a flow: a service that answers by script, and a clock that only the test moves.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use authing_core::transport::Transport;
use authing_core::{Body, Request, Response, Timestamp, TransportError};
use serde_json::Value;

use super::NOW;

/// What the service answers, or the fault that keeps it from answering.
pub(crate) type Answer = Result<Response, TransportError>;

/// A scripted service and a fake clock. Clones are the same world, so that a client can have one and the test another.
#[derive(Clone)]
pub(crate) struct ScriptedService(Arc<Mutex<Inner>>);

struct Inner {
    now: Timestamp,
    service: Box<dyn FnMut(&Sent) -> Answer + Send>,
    sent: Vec<Sent>,
    waits: Vec<Duration>,
}

/// A request, as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sent {
    pub(crate) at: Timestamp,
    pub(crate) method: String,
    pub(crate) uri: String,
    pub(crate) authorization: Option<String>,
    pub(crate) content_type: Option<String>,
    /// The headers that the service has for itself.
    pub(crate) own_headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Sent {
    pub(crate) fn of(request: &Request, at: Timestamp) -> Self {
        let header = |name| request.header(name).map(str::to_owned);
        let body = match request.body() {
            Body::Empty => Vec::new(),
            Body::Bytes(bytes) => bytes.to_vec(),
            Body::Multipart(upload) => upload.to_multipart().map_or_else(|_| Vec::new(), Into::into),
        };
        Self {
            at,
            method: request.method().to_string(),
            uri: request.url().to_owned(),
            authorization: header("authorization"),
            content_type: header("content-type"),
            own_headers: own_headers(request),
            body,
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.own_headers.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The text of the GraphQL document.
    pub(crate) fn document(&self) -> String {
        self.json()["query"].as_str().unwrap().to_owned()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn own_headers(request: &Request) -> Vec<(String, String)> {
    let own = request.headers().filter(|(name, _)| name.starts_with("x-authing-"));
    own.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

impl ScriptedService {
    /// A service that thinks.
    pub(crate) fn answering(service: impl FnMut(&Sent) -> Answer + Send + 'static) -> Self {
        let inner = Inner { now: NOW, service: Box::new(service), sent: Vec::new(), waits: Vec::new() };
        Self(Arc::new(Mutex::new(inner)))
    }

    /// A service with a list of responses. A request after the last one fails the test.
    pub(crate) fn scripted(answers: impl IntoIterator<Item = Answer>) -> Self {
        let mut answers: VecDeque<Answer> = answers.into_iter().collect();
        Self::answering(move |sent| {
            answers.pop_front().unwrap_or_else(|| panic!("one request too many: {} {}", sent.method, sent.uri))
        })
    }

    /// A service that must not be asked.
    pub(crate) fn silent() -> Self {
        Self::scripted([])
    }

    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.lock().sent.clone()
    }

    pub(crate) fn waits(&self) -> Vec<Duration> {
        self.lock().waits.clone()
    }

    pub(crate) fn advance(&self, time: Duration) {
        let mut inner = self.lock();
        inner.now = inner.now + time;
    }

    pub(crate) fn answer(&self, request: &Request) -> Answer {
        let mut inner = self.lock();
        let sent = Sent::of(request, inner.now);
        let answer = (inner.service)(&sent);
        inner.sent.push(sent);
        answer
    }

    pub(crate) fn wait(&self, time: Duration) {
        self.lock().waits.push(time);
        self.advance(time);
    }

    pub(crate) fn time(&self) -> Timestamp {
        self.lock().now
    }

    // A panic of the script is the test's own failure: there is nothing to save.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl fmt::Debug for ScriptedService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("World")
    }
}

impl Transport for ScriptedService {
    fn send(&self, request: Request) -> Answer {
        self.answer(&request)
    }

    fn sleep(&self, time: Duration) {
        self.wait(time);
    }

    fn now(&self) -> Timestamp {
        self.time()
    }
}
