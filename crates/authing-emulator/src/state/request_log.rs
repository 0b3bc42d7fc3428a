//! The log of requests: method, path and code of each, without any value that was in it.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

/// As many as are kept; the oldest go first.
const CAPACITY: usize = 200;

/// One request, with nothing in it that is anybody's secret.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entry {
    /// Counted up from 1, and never again after a reset.
    pub(crate) number: u64,
    /// By the emulator's clock.
    pub(crate) at: String,
    pub(crate) method: String,
    pub(crate) path: String,
    #[serde(flatten)]
    pub(crate) outcome: Outcome,
    /// `None`: no answer was sent, or nobody waited for it.
    pub(crate) status: Option<u16>,
    /// In real time.
    pub(crate) duration_micros: u64,
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

    pub(crate) fn add(&self, entry: Entry) {
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

/// The inside of an answer, as the log has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(crate) struct Outcome {
    /// GraphQL's fields that were answered.
    pub(crate) operation: Option<String>,
    /// The service's own, which HTTP's status says nothing of.
    pub(crate) code: Option<i64>,
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
