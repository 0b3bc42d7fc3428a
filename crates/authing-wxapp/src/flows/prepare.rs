//! The flow that fetches a code before the user taps: on launch, and when the mini-program is shown again.
//!
//! ```text
//!  ┌───────────────┐ a young code ┌──────────┐ session is valid
//!  │ CheckingCache │ ───────────▶ │ Checking │ ────────────────▶ done
//!  └───────────────┘ ◀─────────── └──────────┘
//!     │   │           it is not
//!     │   └─ busy ─▶ Waiting ── waited ─▶ CheckingCache
//!     └─ none, or an old one ─▶ Fetching ── code ─▶ done
//! ```

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};

use authing_core::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step};
use authing_core::host::{HostCall, HostResponse};
use authing_core::{Error, Timestamp};

use super::pause::Pause;
use crate::code_cache::{CodeCache, CodeState};

/// Fetches a code unless the cache holds a young one whose session is valid.
#[derive(Debug)]
pub struct Prepare {
    cache: CodeCache,
    pause: Pause,
    state: State,
}

#[derive(Clone, Copy, Debug)]
enum State {
    CheckingCache,
    Checking,
    /// The cache has a code when the pause is over.
    Ready,
    Ended,
}

impl Prepare {
    /// A preparation of this cache.
    pub fn new(cache: &CodeCache) -> Self {
        Self { cache: cache.clone(), pause: Pause::Over, state: State::CheckingCache }
    }

    fn look(&mut self, now: Timestamp) {
        match (self.cache.state(now), self.cache.time_to_refresh(now)) {
            (CodeState::Fetching | CodeState::Leased, _) => self.pause = Pause::until_free(),
            (CodeState::Ready, Some(_)) => self.state = State::Checking,
            _ => {
                self.pause = Pause::fetch(&self.cache, now);
                if let Pause::Fetching(_) = self.pause {
                    self.state = State::Ready;
                }
            }
        }
    }
}

impl Flow for Prepare {
    type Notification = Infallible;
    type Output = ();

    fn poll(&mut self, now: Timestamp) -> Progress<()> {
        loop {
            if let Some(step) = self.pause.step() {
                return Ok(Continue(step));
            }
            match self.state {
                State::CheckingCache => self.look(now),
                State::Checking => return Ok(Continue(Step::CallHost(HostCall::CheckSession))),
                State::Ready => {
                    self.state = State::Ended;
                    return Ok(Break(()));
                }
                State::Ended => return Err(POLLED_AFTER_COMPLETION),
            }
        }
    }

    fn handle(&mut self, _now: Timestamp, event: Event) -> Result<(), Error> {
        match (self.state, event) {
            (State::Checking, Event::HostResponse(Ok(HostResponse::Bool(true)))) => self.state = State::Ready,
            (State::Checking, Event::HostResponse(_)) => {
                self.cache.invalidate();
                self.state = State::CheckingCache;
            }
            (state, event) => {
                self.state = State::Ended;
                self.pause.handle(event)?;
                self.state = state;
            }
        }
        Ok(())
    }
}
