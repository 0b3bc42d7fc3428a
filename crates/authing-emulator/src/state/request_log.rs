//! The log of requests: method, path and code of each, without any value that was in it.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

/// As many as are kept; the oldest go first.
const CAPACITY: usize = 200;

/// A request to the services that is over. It holds no value that was in the request or in its response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LoggedRequest {
    /// Counted up from 1, and never again after a reset.
    pub number: u64,
    /// The time of its arrival by the emulator's clock (ISO 8601).
    pub at: String,
    /// The HTTP method.
    pub method: String,
    /// The path, a known one as its template; of a query, the names alone.
    pub path: String,
    /// The GraphQL fields of the response.
    pub operation: Option<String>,
    /// The HTTP status. `None`: no response was sent, or the client had left.
    pub status: Option<u16>,
    /// The service's code, of which the HTTP status says nothing.
    pub code: Option<i64>,
    /// The duration, in microseconds of real time.
    pub duration_micros: u64,
}

impl fmt::Display for LoggedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number: _, at, method, path, operation, status, code, duration_micros } = self;
        write!(f, "{at} {method} {path}")?;
        if let Some(operation) = operation {
            write!(f, " {operation}")?;
        }
        match status {
            Some(status) => write!(f, " {status}")?,
            None => f.write_str(" no response")?,
        }
        if let Some(code) = code {
            write!(f, " {code}")?;
        }
        write!(f, " {}.{} ms", duration_micros / 1000, duration_micros % 1000 / 100)
    }
}

/// Called with each request when it is over.
#[derive(Clone)]
pub(crate) struct Observer(Arc<dyn Fn(&LoggedRequest) + Send + Sync>);

impl Observer {
    pub(crate) fn new(observe: impl Fn(&LoggedRequest) + Send + Sync + 'static) -> Self {
        Self(Arc::new(observe))
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Observer(..)")
    }
}

#[derive(Debug, Default)]
pub(crate) struct RequestLog {
    kept: Mutex<Kept>,
    observer: Option<Observer>,
}

#[derive(Debug, Default)]
struct Kept {
    entries: VecDeque<LoggedRequest>,
    count: u64,
}

impl RequestLog {
    pub(crate) fn new(observer: Option<Observer>) -> Self {
        Self { kept: Mutex::default(), observer }
    }

    /// The latest first.
    pub(crate) fn entries(&self) -> Vec<LoggedRequest> {
        self.kept().entries.iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.kept().entries.clear();
    }

    /// Takes a request that is over, and numbers it.
    pub(crate) fn add(&self, request: LoggedRequest) {
        let request = {
            let mut kept = self.kept();
            kept.count += 1;
            let request = LoggedRequest { number: kept.count, ..request };
            kept.entries.push_front(request.clone());
            kept.entries.truncate(CAPACITY);
            request
        };
        if let Some(Observer(observe)) = &self.observer {
            observe(&request);
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> LoggedRequest {
        let (at, method, path) = (String::new(), String::new(), String::new());
        LoggedRequest { number: 0, at, method, path, operation: None, status: None, code: None, duration_micros: 0 }
    }

    #[test]
    fn the_log_keeps_the_latest_only() {
        let log = RequestLog::default();
        for _ in 0..CAPACITY + 5 {
            log.add(entry());
        }
        let entries = log.entries();
        assert_eq!(entries.len(), CAPACITY);
        assert_eq!(entries[0].number, CAPACITY as u64 + 5);
        log.clear();
        assert!(log.entries().is_empty());
    }
}
