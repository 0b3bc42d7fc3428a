//! Limits of the parts of a response other than its body (headers, the lengths of chunks, trailers), and of the time that the response may
//! take. In the transport over reqwest, hyper sets them.

use std::fmt;

use ureq::Error;
use ureq::unversioned::transport::{Buffers, NextTimeout, Transport};

use crate::countdown::Countdown;
use crate::lost::Lost;

/// The most bytes that may wait in ureq's buffer for the rest of a line or of the headers. The buffer has 128 KiB.
const MOST_UNREAD: usize = 64 * 1024;
/// The most bytes of a response beside its body and the lengths of its chunks.
const MOST_BESIDE_BODY: usize = 1024 * 1024;
/// The bytes that one byte of a body takes in a chunk of its own: `1\r\nx\r\n`.
const MOST_FOR_A_BYTE: usize = 6;
/// The beginning of an interim response (RFC 9110, section 15.2). Any number of them may arrive before the timeout.
const INTERIM: &[u8] = b"HTTP/1.1 1";

/// A connection that fails when a response is longer than its longest body, in the smallest chunks, could make it.
pub(crate) struct Bounded {
    inner: Box<dyn Transport>,
    most: usize,
    /// The number of bytes since the last write.
    received: usize,
    countdown: Countdown,
}

/// A response with too much beside its body.
#[derive(Debug)]
pub(crate) struct TooLong;

impl Bounded {
    pub(crate) fn new(inner: Box<dyn Transport>, body_limit: usize) -> Self {
        let most = body_limit.saturating_mul(MOST_FOR_A_BYTE).saturating_add(MOST_BESIDE_BODY);
        Self { inner, most, received: 0, countdown: Countdown::default() }
    }
}

impl Transport for Bounded {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.received = 0;
        self.countdown.reset();
        self.inner.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let unread = self.buffers().input().len();
        if unread > MOST_UNREAD {
            return Err(TooLong.into());
        }
        let timeout = self.countdown.left(timeout)?;
        let made_progress = self.inner.await_input(timeout).map_err(Lost::from_read)?;
        let input = self.inner.buffers().input();
        self.received = self.received.saturating_add(input.len().saturating_sub(unread));
        let is_interim = || input.windows(INTERIM.len()).any(|bytes| bytes == INTERIM);
        if self.received > self.most && !is_interim() {
            return Err(TooLong.into());
        }
        Ok(made_progress)
    }

    fn is_open(&mut self) -> bool {
        self.inner.is_open()
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}

impl From<TooLong> for Error {
    fn from(error: TooLong) -> Self {
        Self::Other(Box::new(error))
    }
}

impl std::error::Error for TooLong {}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the response has too much beside its body")
    }
}

impl fmt::Debug for Bounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { inner, most, received, countdown: _ } = self;
        f.debug_struct("Bounded")
            .field("inner", inner)
            .field("most", most)
            .field("received", received)
            .finish_non_exhaustive()
    }
}
