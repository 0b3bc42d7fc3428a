//! A request on an open connection takes few system calls.
//!
//! ureq writes its head and then its body, so that the server is woken twice: here both are one write. ureq sets a timeout on the
//! socket for each write and read, to the nanosecond: here the timeout is rounded, so that it is mostly the one that is set. ureq
//! looks whether the connection is open when a response was read, and again before the next request: here the latter is enough.

use std::fmt;
use std::time::Duration;

use ureq::Error;
use ureq::unversioned::transport::{Buffers, NextTimeout, Transport, time};

use crate::cookies::without_cookies;

/// The most bytes that are held back for the next write. A head is shorter, unless a program sets very long headers.
const MOST_HELD: usize = 16 * 1024;
/// The time by which a timeout may be late.
const GRANULARITY: Duration = Duration::from_millis(10);

/// A connection that holds the first write of a request back until the second write, or until a response is awaited.
pub(crate) struct FewSyscalls {
    inner: Box<dyn Transport>,
    held: Vec<u8>,
    /// The timeout of the write that was held back.
    timeout: NextTimeout,
    /// Whether nothing was written since a response was awaited.
    is_first: bool,
    /// Whether a response was read since the last look whether the connection is open.
    was_read: bool,
}

impl FewSyscalls {
    pub(crate) fn new(inner: Box<dyn Transport>) -> Self {
        Self { inner, held: Vec::new(), timeout: NextTimeout::default(), is_first: true, was_read: false }
    }

    /// Writes what was held back.
    fn flush(&mut self) -> Result<(), Error> {
        if self.held.is_empty() {
            return Ok(());
        }
        let amount = self.held.len();
        self.inner.buffers().output()[..amount].copy_from_slice(&self.held);
        self.held.clear();
        self.inner.transmit_output(amount, rounded(self.timeout))
    }
}

impl Transport for FewSyscalls {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let output = self.inner.buffers().output();
        let is_head = std::mem::take(&mut self.is_first);
        let amount = if is_head { without_cookies(&mut output[..amount]) } else { amount };
        if is_head && amount <= MOST_HELD {
            self.held.extend_from_slice(&output[..amount]);
            self.timeout = timeout;
            return Ok(());
        }
        let held = self.held.len();
        if held + amount > output.len() {
            let rest = output[..amount].to_vec();
            self.flush()?;
            self.inner.buffers().output()[..amount].copy_from_slice(&rest);
            return self.inner.transmit_output(amount, rounded(timeout));
        }
        output.copy_within(..amount, held);
        output[..held].copy_from_slice(&self.held);
        self.held.clear();
        self.inner.transmit_output(held + amount, rounded(timeout))
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.flush()?;
        self.is_first = true;
        self.was_read = true;
        self.inner.await_input(rounded(timeout))
    }

    /// A connection with a part of a request is not used again. ureq asks when it keeps the connection, and when it takes it for the next
    /// request; bytes that arrived in between belong to no request, and close the connection.
    fn is_open(&mut self) -> bool {
        self.held.is_empty() && (std::mem::take(&mut self.was_read) || self.inner.is_open())
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}

/// The timeout as a multiple of the granularity, and never less than it was. One that is over stays over.
fn rounded(mut timeout: NextTimeout) -> NextTimeout {
    if let time::Duration::Exact(after) = timeout.after {
        let beyond = after.as_nanos() % GRANULARITY.as_nanos();
        let missing = (GRANULARITY.as_nanos() - beyond) % GRANULARITY.as_nanos();
        timeout.after = time::Duration::Exact(after + Duration::from_nanos(u64::try_from(missing).unwrap_or_default()));
    }
    timeout
}

impl fmt::Debug for FewSyscalls {
    /// Hides the held bytes, which have the user's token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { inner, held: _, timeout: _, is_first, was_read } = self;
        f.debug_struct("FewSyscalls")
            .field("inner", inner)
            .field("is_first", is_first)
            .field("was_read", was_read)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use ureq::unversioned::transport::LazyBuffers;

    use super::*;

    const BUFFER: usize = 32 * 1024;

    /// A connection that keeps each write.
    #[derive(Debug)]
    struct Written {
        buffers: LazyBuffers,
        writes: Arc<Mutex<Vec<Vec<u8>>>>,
    }

    impl Transport for Written {
        fn buffers(&mut self) -> &mut dyn Buffers {
            &mut self.buffers
        }

        fn transmit_output(&mut self, amount: usize, _: NextTimeout) -> Result<(), Error> {
            self.writes.lock().unwrap().push(self.buffers.output()[..amount].to_vec());
            Ok(())
        }

        fn await_input(&mut self, _: NextTimeout) -> Result<bool, Error> {
            self.writes.lock().unwrap().push(b"awaited".to_vec());
            Ok(true)
        }

        fn is_open(&mut self) -> bool {
            self.writes.lock().unwrap().push(b"probed".to_vec());
            true
        }
    }

    /// A connection, and its writes.
    fn connection() -> (FewSyscalls, Arc<Mutex<Vec<Vec<u8>>>>) {
        let writes = Arc::default();
        let inner = Written { buffers: LazyBuffers::new(BUFFER, BUFFER), writes: Arc::clone(&writes) };
        (FewSyscalls::new(Box::new(inner)), writes)
    }

    fn write(connection: &mut FewSyscalls, bytes: &[u8]) {
        connection.buffers().output()[..bytes.len()].copy_from_slice(bytes);
        connection.transmit_output(bytes.len(), NextTimeout::default()).unwrap();
    }

    fn read(connection: &mut FewSyscalls) {
        connection.await_input(NextTimeout::default()).unwrap();
    }

    #[test]
    fn head_with_its_body_is_one_write() {
        let (mut connection, writes) = connection();
        for _ in 0..2 {
            write(&mut connection, b"head");
            write(&mut connection, b"body");
            read(&mut connection);
            assert_eq!(writes.lock().unwrap().drain(..).collect::<Vec<_>>(), [&b"headbody"[..], b"awaited"]);
        }
    }

    #[test]
    fn head_alone_is_written_before_a_response_is_awaited() {
        let (mut connection, writes) = connection();
        write(&mut connection, b"head");
        assert!(writes.lock().unwrap().is_empty());
        read(&mut connection);
        read(&mut connection);
        assert_eq!(*writes.lock().unwrap(), [&b"head"[..], b"awaited", b"awaited"]);
    }

    #[test]
    fn long_request_is_written_in_its_order() {
        for (head, pieces) in
            [(4, [BUFFER - 4, 9]), (4, [BUFFER - 3, 9]), (MOST_HELD, [BUFFER, 9]), (MOST_HELD + 1, [BUFFER, 9])]
        {
            let (mut connection, writes) = connection();
            let head = vec![b'h'; head];
            write(&mut connection, &head);
            for length in pieces {
                write(&mut connection, &vec![b'b'; length]);
            }
            assert_eq!(writes.lock().unwrap().concat(), [head, vec![b'b'; pieces[0] + pieces[1]]].concat());
        }
    }

    #[test]
    fn connection_with_half_a_request_is_not_used_again() {
        let (mut connection, _) = connection();
        write(&mut connection, b"head");
        assert!(!connection.is_open());
        write(&mut connection, b"body");
        assert!(connection.is_open());
    }

    #[test]
    fn connection_is_probed_before_a_request_alone() {
        let (mut connection, writes) = connection();
        write(&mut connection, b"head");
        read(&mut connection);
        let (kept, taken) = (connection.is_open(), connection.is_open());
        assert!(kept && taken);
        assert_eq!(*writes.lock().unwrap(), [&b"head"[..], b"awaited", b"probed"]);
    }

    #[test]
    fn timeout_is_rounded_up() {
        let timeout =
            |nanos| NextTimeout { after: time::Duration::Exact(Duration::from_nanos(nanos)), ..NextTimeout::default() };
        for (given, expected) in [(0, 0), (1, 10_000_000), (10_000_000, 10_000_000), (9_999_999_999, 10_000_000_000)] {
            assert_eq!(rounded(timeout(given)), timeout(expected));
        }
        assert_eq!(rounded(NextTimeout::default()), NextTimeout::default());
    }
}
