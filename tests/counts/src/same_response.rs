//! A transport that returns the same response each time, and keeps the last request.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use authing_core::transport::Transport;
use authing_core::{Client, Config, Request, Response, Seed, Timestamp, TransportError};

use crate::answers::TOKEN;

/// Costs one allocation for each call: the answer's bytes.
#[derive(Clone)]
pub struct SameResponse {
    answer: Arc<str>,
    last: Arc<Mutex<Option<Request>>>,
}

impl SameResponse {
    /// A transport with this answer.
    pub fn new(answer: &str) -> Self {
        Self { answer: answer.into(), last: Arc::default() }
    }

    /// A client over it, whose user is logged in.
    pub fn client(&self, config: Config) -> Client<Self> {
        let client = Client::from_parts(config, self.clone(), Seed::new([7; 32]));
        client.session().set_token(TOKEN).unwrap();
        client
    }

    /// What was sent last.
    pub fn last(&self) -> Request {
        self.last.lock().unwrap().clone().unwrap()
    }
}

impl Transport for SameResponse {
    fn send(&self, request: Request) -> Result<Response, TransportError> {
        *self.last.lock().unwrap() = Some(request);
        Ok(Response::new(200, self.answer.as_bytes().to_vec()))
    }

    fn sleep(&self, _time: Duration) {}

    fn now(&self) -> Timestamp {
        Timestamp::from_secs(1_700_000_000)
    }
}
