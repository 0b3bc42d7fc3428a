//! The flow that replaces the code before it is too old, as long as the mini-program runs.
//!
//! ```text
//!  ┌───────────────┐ an old code ┌──────────┐
//!  │ CheckingCache │ ──────────▶ │ Fetching │
//!  └───────────────┘ ◀── code ── └──────────┘
//!     │   ▲ waited                    │ failed: a pause
//!     ▼   │                           │
//!  ┌─────────┐                        │
//!  │ Waiting │ ◀──────────────────────┘
//!  └─────────┘
//! ```

use std::convert::Infallible;
use std::ops::ControlFlow::Continue;
use std::time::Duration;

use authing_core::flow::{Event, Flow, Progress};
use authing_core::{Error, Timestamp};

use super::pause::Pause;
use crate::code_cache::CodeCache;

/// The wait after a failed `wx.login`.
const WAIT_AFTER_FAILURE: Duration = Duration::from_secs(30);

/// Replaces the code of the cache before it is too old. It never ends: run it concurrently with the other calls.
#[derive(Debug)]
pub struct AutoRefresh {
    cache: CodeCache,
    pause: Pause,
}

impl AutoRefresh {
    /// A refresh of this cache.
    pub fn new(cache: &CodeCache) -> Self {
        Self { cache: cache.clone(), pause: Pause::Over }
    }
}

impl Flow for AutoRefresh {
    type Notification = Infallible;
    type Output = Infallible;

    fn poll(&mut self, now: Timestamp) -> Progress<Infallible> {
        loop {
            if let Some(step) = self.pause.step() {
                return Ok(Continue(step));
            }
            self.pause = match self.cache.time_to_refresh(now) {
                Some(time) => Pause::Waiting(time),
                None => Pause::fetch(&self.cache, now),
            };
        }
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        let is_fetched = matches!((&self.pause, &event), (Pause::Fetching(_), Event::HostResponse(_)));
        match self.pause.handle(event) {
            Err(_) if is_fetched => {
                self.pause = Pause::Waiting(WAIT_AFTER_FAILURE);
                Ok(())
            }
            handled => handled,
        }
    }
}
