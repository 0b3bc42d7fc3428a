//! A transport without a network, and a clock that moves only with a sleep.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use authing_core::transport::Transport;
use authing_core::{Request, Response, Timestamp, TransportError, TransportErrorKind};

/// A transport that returns the responses of a script. After its end, there is no connection.
#[derive(Debug, Default)]
pub struct Scripted {
    answers: Mutex<VecDeque<Result<Response, TransportError>>>,
    slept: Mutex<Duration>,
}

impl Scripted {
    /// A transport with this script.
    pub fn new(answers: impl IntoIterator<Item = Result<Response, TransportError>>) -> Self {
        Self { answers: Mutex::new(answers.into_iter().collect()), slept: Mutex::default() }
    }
}

impl Transport for Scripted {
    fn send(&self, _request: Request) -> Result<Response, TransportError> {
        self.answers.lock().unwrap().pop_front().unwrap_or(Err(TransportError::new(TransportErrorKind::Connect)))
    }

    fn sleep(&self, time: Duration) {
        *self.slept.lock().unwrap() += time;
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_secs(1_600_000_000) + *self.slept.lock().unwrap()
    }
}
