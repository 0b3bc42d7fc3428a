//! The log of requests: what came, and what it was answered; never what was in it.

mod mask;
mod outcome;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;

use crate::routes;
use crate::world::World;
use outcome::Outcome;

/// As many as are kept; the oldest go first.
const CAPACITY: usize = 200;

/// One request, with nothing in it that is anybody's secret.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entry {
    /// Counted up from 1, and never again after a reset.
    number: u64,
    /// By the emulator's clock.
    at: String,
    method: String,
    path: String,
    #[serde(flatten)]
    outcome: Outcome,
    /// `None`: no answer was sent, or nobody waited for it.
    status: Option<u16>,
    /// In real time.
    duration_micros: u64,
}

#[derive(Debug, Default)]
pub(crate) struct Log {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    entries: VecDeque<Entry>,
    count: u64,
}

impl Log {
    /// The latest first.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.kept().entries.iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.kept().entries.clear();
    }

    fn add(&self, entry: Entry) {
        let mut kept = self.kept();
        kept.count += 1;
        let number = kept.count;
        kept.entries.push_front(Entry { number, ..entry });
        kept.entries.truncate(CAPACITY);
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The layer that sees every request to the services. The emulator's own paths, which the page asks all the time, are not logged.
pub(crate) async fn watch(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    if routes::is_own(request.uri().path()) {
        return next.run(request).await;
    }
    let mut pending = Pending::new(world, &request);
    let (response, outcome) = outcome::of(next.run(request).await).await;
    pending.entry.status = Some(response.status().as_u16());
    pending.entry.outcome = outcome;
    response
}

/// A request under way. It is logged when this is dropped, so that one whose connection breaks is logged as well.
struct Pending {
    world: Arc<World>,
    started: Instant,
    entry: Entry,
}

impl Pending {
    fn new(world: Arc<World>, request: &Request) -> Self {
        let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
        let entry = Entry {
            number: 0,
            at: world.now().iso(),
            method: request.method().to_string(),
            path: mask::path(route, request.uri()),
            outcome: Outcome::default(),
            status: None,
            duration_micros: 0,
        };
        Self { world, started: Instant::now(), entry }
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        self.entry.duration_micros = u64::try_from(self.started.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.world.requests.add(self.entry.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        let outcome = Outcome::default();
        let (at, method, path) = (String::new(), String::new(), String::new());
        Entry { number: 0, at, method, path, outcome, status: None, duration_micros: 0 }
    }

    #[test]
    fn the_log_keeps_the_latest_only() {
        let log = Log::default();
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
