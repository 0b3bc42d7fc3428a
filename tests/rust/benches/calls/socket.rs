//! The least that a call can take: as many bytes over a socket, and the answer back.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// A connection to the server of the benches.
pub(crate) struct Socket {
    stream: TcpStream,
    request: Vec<u8>,
    response: Vec<u8>,
}

impl Socket {
    /// A connection to an origin, for a request with so many bytes and a response with so many.
    pub(crate) fn new(origin: &str, request: usize, response: usize) -> Self {
        let stream = TcpStream::connect(origin.trim_start_matches("http://")).unwrap();
        stream.set_nodelay(true).unwrap();
        let mut head = format!("POST / HTTP/1.1\r\ncontent-length: {request}\r\n\r\n").into_bytes();
        head.resize(head.len() + request, b'x');
        Self { stream, request: head, response: vec![0; response] }
    }

    pub(crate) fn call(&mut self) {
        self.stream.write_all(&self.request).unwrap();
        self.stream.read_exact(&mut self.response).unwrap();
    }
}
