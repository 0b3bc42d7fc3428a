//! What stands in for the service in tests without a network: it answers by script, and its clock moves only when a test moves it or a
//! client waits.
#![forbid(unsafe_code)]
#![allow(clippy::missing_panics_doc, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use async_trait::async_trait;
use authing_core::transport::{AsyncTransport, Transport};
use authing_core::{Body, Request, Response, Timestamp, TransportError};
use serde_json::Value;

/// When every script begins.
pub const NOW: Timestamp = Timestamp::from_secs(1_600_000_000);

/// What the service answers, or the fault that keeps it from answering.
pub type Answer = Result<Response, TransportError>;

/// A service by script and a clock. Clones are the same service, so that a client can have one and the test another.
#[derive(Clone)]
pub struct ScriptedService(Arc<Mutex<Inner>>);

struct Inner {
    now: Timestamp,
    service: Box<dyn FnMut(&Sent) -> Answer + Send>,
    sent: Vec<Sent>,
    waits: Vec<Duration>,
}

/// A request, as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// When.
    pub at: Timestamp,
    /// The method.
    pub method: String,
    /// The whole URL.
    pub uri: String,
    /// The header `authorization`.
    pub authorization: Option<String>,
    /// The header `content-type`.
    pub content_type: Option<String>,
    /// The headers that the service has for itself.
    pub own_headers: Vec<(String, String)>,
    /// The body; a form with a file as it goes over the wire.
    pub body: Vec<u8>,
}

impl Sent {
    /// The request as it arrives at a time.
    pub fn of(request: &Request, at: Timestamp) -> Self {
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

    /// One of the service's own headers.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.own_headers.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The text of the GraphQL document.
    pub fn document(&self) -> String {
        self.json()["query"].as_str().unwrap().to_owned()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn own_headers(request: &Request) -> Vec<(String, String)> {
    let own = request.headers().filter(|(name, _)| name.starts_with("x-authing-"));
    own.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

impl ScriptedService {
    /// A service that thinks.
    pub fn answering(service: impl FnMut(&Sent) -> Answer + Send + 'static) -> Self {
        let inner = Inner { now: NOW, service: Box::new(service), sent: Vec::new(), waits: Vec::new() };
        Self(Arc::new(Mutex::new(inner)))
    }

    /// A service with a list of responses. A request after the last one fails the test.
    pub fn scripted(answers: impl IntoIterator<Item = Answer>) -> Self {
        let mut answers: VecDeque<Answer> = answers.into_iter().collect();
        Self::answering(move |sent| {
            answers.pop_front().unwrap_or_else(|| panic!("one request too many: {} {}", sent.method, sent.uri))
        })
    }

    /// A service that must get no request.
    pub fn silent() -> Self {
        Self::scripted([])
    }

    /// Every request, in order.
    pub fn sent(&self) -> Vec<Sent> {
        self.lock().sent.clone()
    }

    /// Every wait, in order.
    pub fn waits(&self) -> Vec<Duration> {
        self.lock().waits.clone()
    }

    /// Moves the clock.
    pub fn advance(&self, time: Duration) {
        let mut inner = self.lock();
        inner.now = inner.now + time;
    }

    /// The response to a request.
    pub fn answer(&self, request: &Request) -> Answer {
        let mut inner = self.lock();
        let sent = Sent::of(request, inner.now);
        let answer = (inner.service)(&sent);
        inner.sent.push(sent);
        answer
    }

    /// Waits at once: the clock moves.
    pub fn wait(&self, time: Duration) {
        self.lock().waits.push(time);
        self.advance(time);
    }

    /// The clock's time.
    pub fn time(&self) -> Timestamp {
        self.lock().now
    }

    // A panic of the script is the test's own failure: there is nothing to save.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl fmt::Debug for ScriptedService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ScriptedService")
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

/// Nothing waits: every future is ready when it is first polled.
#[async_trait]
impl AsyncTransport for ScriptedService {
    async fn send(&self, request: Request) -> Answer {
        self.answer(&request)
    }

    async fn sleep(&self, time: Duration) {
        self.wait(time);
    }

    fn now(&self) -> Timestamp {
        self.time()
    }
}
