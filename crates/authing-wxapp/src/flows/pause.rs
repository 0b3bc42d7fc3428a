//! The step of a flow before it reads the code cache again: a wait, or the fetch of a code.

use std::time::Duration;

use authing_core::flow::{Event, Step, UNEXPECTED_EVENT};
use authing_core::host::{HostCall, HostResponse};
use authing_core::{Error, Timestamp, WechatCode};

use crate::code_cache::{CodeCache, FetchPermit};

/// The time between two reads of a cache whose code another call has, or fetches.
const WAIT_INTERVAL: Duration = Duration::from_millis(10);

/// A pause of a flow.
#[derive(Debug, Default)]
pub(super) enum Pause {
    #[default]
    Over,
    Waiting(Duration),
    Fetching(FetchPermit),
}

impl Pause {
    /// Until another call has done with the code.
    pub(super) fn until_free() -> Self {
        Self::Waiting(WAIT_INTERVAL)
    }

    /// A fetch, unless another call has the code after all: on several threads, it may have come first.
    pub(super) fn fetch(cache: &CodeCache, now: Timestamp) -> Self {
        cache.fetch(now).map_or_else(Self::until_free, Self::Fetching)
    }

    /// The step of the pause, until it is over.
    pub(super) fn step(&self) -> Option<Step> {
        match self {
            Self::Over => None,
            Self::Waiting(time) => Some(Step::Wait(*time)),
            Self::Fetching(_) => Some(Step::CallHost(HostCall::Login)),
        }
    }

    /// Ends the pause. A code that was fetched is then in the cache.
    pub(super) fn handle(&mut self, event: Event) -> Result<(), Error> {
        match (std::mem::take(self), event) {
            (Self::Waiting(_), Event::Waited) => {}
            (Self::Fetching(fetch), event) => fetch.complete(code(event)?),
            _ => return Err(UNEXPECTED_EVENT),
        }
        Ok(())
    }
}

/// The code in the response to [`HostCall::Login`].
fn code(event: Event) -> Result<WechatCode, Error> {
    match event {
        Event::HostResponse(Ok(HostResponse::Code(code))) => Ok(code),
        Event::HostResponse(Err(error)) => Err(error),
        _ => Err(UNEXPECTED_EVENT),
    }
}
