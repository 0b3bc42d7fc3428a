//! A server that costs almost nothing: it reads a request, and writes the same bytes each time.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use crate::pin;

/// Starts a server that gives this response, on threads that end with the program. Returns its origin.
pub(crate) fn start(answer: &str) -> String {
    let response: Arc<[u8]> = response(answer).into_bytes().into();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        // The threads that it starts stay on its core.
        pin::to(pin::SERVER);
        for stream in listener.incoming() {
            let response = Arc::clone(&response);
            thread::spawn(move || serve(stream.unwrap(), &response));
        }
    });
    origin
}

/// The whole response with this answer.
pub(crate) fn response(answer: &str) -> String {
    let length = answer.len();
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{answer}")
}

/// One connection, kept alive until the client ends it.
fn serve(mut stream: TcpStream, response: &[u8]) {
    stream.set_nodelay(true).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    while let Some(length) = read_head(&mut reader) {
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        stream.write_all(response).unwrap();
    }
}

/// The length of the body that follows; `None` when the client has gone.
fn read_head(reader: &mut impl BufRead) -> Option<usize> {
    let mut length = 0;
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse().ok()?,
            None if line.trim_end().is_empty() => return Some(length),
            _ => {}
        }
    }
}
