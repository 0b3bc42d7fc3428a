//! A request's head and its body are written together. ureq writes one after the other, so that a server is woken twice, and each
//! write is a packet.

use std::fmt;

use ureq::Error;
use ureq::unversioned::transport::{Buffers, NextTimeout, Transport};

/// How many bytes are held back for what follows them. A head is shorter, unless a program has set very long headers.
const MOST_HELD: usize = 16 * 1024;

/// A connection that holds the first write of a request back until the second comes, or a response is awaited.
pub(crate) struct OneWrite {
    inner: Box<dyn Transport>,
    held: Vec<u8>,
    /// Of the write that was held back.
    timeout: NextTimeout,
    /// Whether nothing was written since a response was awaited.
    is_first: bool,
}

impl OneWrite {
    pub(crate) fn new(inner: Box<dyn Transport>) -> Self {
        Self { inner, held: Vec::new(), timeout: NextTimeout::default(), is_first: true }
    }

    /// Writes what was held back.
    fn flush(&mut self) -> Result<(), Error> {
        if self.held.is_empty() {
            return Ok(());
        }
        let amount = self.held.len();
        self.inner.buffers().output()[..amount].copy_from_slice(&self.held);
        self.held.clear();
        self.inner.transmit_output(amount, self.timeout)
    }
}

impl Transport for OneWrite {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let output = self.inner.buffers().output();
        if std::mem::take(&mut self.is_first) && amount <= MOST_HELD {
            self.held.extend_from_slice(&output[..amount]);
            self.timeout = timeout;
            return Ok(());
        }
        let held = self.held.len();
        if held + amount > output.len() {
            let rest = output[..amount].to_vec();
            self.flush()?;
            self.inner.buffers().output()[..amount].copy_from_slice(&rest);
            return self.inner.transmit_output(amount, timeout);
        }
        output.copy_within(..amount, held);
        output[..held].copy_from_slice(&self.held);
        self.held.clear();
        self.inner.transmit_output(held + amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.flush()?;
        self.is_first = true;
        self.inner.await_input(timeout)
    }

    /// A connection on which a request was given up half-way is not used again.
    fn is_open(&mut self) -> bool {
        self.held.is_empty() && self.inner.is_open()
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}

impl fmt::Debug for OneWrite {
    /// Without what is held: it has the user's token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { inner, held: _, timeout: _, is_first } = self;
        f.debug_struct("OneWrite").field("inner", inner).field("is_first", is_first).finish_non_exhaustive()
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
            true
        }
    }

    /// A connection, and its writes.
    fn connection() -> (OneWrite, Arc<Mutex<Vec<Vec<u8>>>>) {
        let writes = Arc::default();
        let inner = Written { buffers: LazyBuffers::new(BUFFER, BUFFER), writes: Arc::clone(&writes) };
        (OneWrite::new(Box::new(inner)), writes)
    }

    fn write(connection: &mut OneWrite, bytes: &[u8]) {
        connection.buffers().output()[..bytes.len()].copy_from_slice(bytes);
        connection.transmit_output(bytes.len(), NextTimeout::default()).unwrap();
    }

    fn read(connection: &mut OneWrite) {
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
            assert!(connection.is_open());
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
}
