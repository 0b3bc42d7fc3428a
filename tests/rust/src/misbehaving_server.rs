//! A server whose responses are wrong in a way that a test chooses.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use socket2::SockRef;

/// What the server does with a request, or, for the first, with a connection.
#[derive(Clone, Debug)]
pub enum Misbehaviour {
    /// Says these bytes and closes the connection. An answer after which the client calls again should say `connection: close`,
    /// or else the next request may meet the closing connection.
    Say(Vec<u8>),
    /// Says these bytes and resets the connection.
    Reset(Vec<u8>),
    /// Says these bytes, then nothing, and keeps the connection.
    Stall(Vec<u8>),
    /// Says these bytes, then one more from time to time, without an end.
    Drip(Vec<u8>),
    /// Says these bytes from time to time, without an end.
    Pulse(Vec<u8>),
    /// Says these bytes, then as many more as the other side takes.
    Flood(Vec<u8>),
    /// Says the first bytes, then the second ones over and over, as often as the other side takes them.
    Repeat(Vec<u8>, Vec<u8>),
}

/// A server on the loopback that does one act per connection, the last one over and over. It is gone on drop.
#[derive(Debug)]
pub struct MisbehavingServer {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<String>>>,
    over: Arc<AtomicBool>,
}

impl MisbehavingServer {
    /// Starts it.
    pub fn start(acts: impl Into<Vec<Misbehaviour>>) -> Self {
        let acts = acts.into();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (seen, over) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicBool>::default());
        let (book, end) = (Arc::clone(&seen), Arc::clone(&over));
        thread::spawn(move || {
            for (number, stream) in listener.incoming().enumerate() {
                if end.load(Ordering::SeqCst) {
                    return;
                }
                let act = acts[number.min(acts.len() - 1)].clone();
                let book = Arc::clone(&book);
                // What goes wrong here has its reason in the client, which has hung up.
                thread::spawn(move || stream.and_then(|stream| serve(stream, &act, &book)));
            }
        });
        Self { address, seen, over }
    }

    /// Where it is, for plain HTTP.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where it would be, if it spoke TLS.
    pub fn tls_origin(&self) -> String {
        format!("https://{}", self.address)
    }

    /// The heads of the requests that came.
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

impl Drop for MisbehavingServer {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(mut stream: TcpStream, act: &Misbehaviour, book: &Mutex<Vec<String>>) -> std::io::Result<()> {
    // No client here waits longer; a thread that outlives it would be a leak.
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    stream.set_nodelay(true)?;
    let head = read_request(&mut stream)?;
    book.lock().unwrap().push(head);
    match act {
        Misbehaviour::Say(bytes) => stream.write_all(bytes),
        Misbehaviour::Reset(bytes) => {
            stream.write_all(bytes)?;
            if !bytes.is_empty() {
                // A reset overtakes what is still under way: let it arrive first.
                thread::sleep(Duration::from_millis(50));
            }
            SockRef::from(&stream).set_linger(Some(Duration::ZERO))
        }
        Misbehaviour::Stall(bytes) => {
            stream.write_all(bytes)?;
            wait_for_end(&mut stream)
        }
        Misbehaviour::Drip(bytes) => {
            stream.write_all(bytes)?;
            pulse(&mut stream, b" ")
        }
        Misbehaviour::Pulse(bytes) => pulse(&mut stream, bytes),
        Misbehaviour::Flood(bytes) => repeat(&mut stream, bytes, &[b' '; 4096]),
        Misbehaviour::Repeat(bytes, more) => repeat(&mut stream, bytes, more),
    }
}

fn pulse(stream: &mut TcpStream, bytes: &[u8]) -> std::io::Result<()> {
    loop {
        stream.write_all(bytes)?;
        thread::sleep(Duration::from_millis(10));
    }
}

fn repeat(stream: &mut TcpStream, bytes: &[u8], more: &[u8]) -> std::io::Result<()> {
    stream.write_all(bytes)?;
    loop {
        stream.write_all(more)?;
    }
}

/// Reads a whole request, because closing a socket with something unread resets it, and gives its head. What is not HTTP, such
/// as the beginning of TLS, is given up after the first bytes.
pub fn read_request(stream: &mut impl Read) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    loop {
        let mut some = [0; 4096];
        let count = stream.read(&mut some)?;
        bytes.extend_from_slice(&some[..count]);
        if count == 0 || bytes.first() == Some(&TLS_HANDSHAKE) {
            return Ok(String::new());
        }
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
            let length = head.split("content-length: ").nth(1).map_or(0, |rest| {
                let digits = rest.split("\r\n").next().unwrap_or_default();
                digits.parse::<usize>().unwrap_or(0)
            });
            let missing = (end + 4 + length).saturating_sub(bytes.len());
            stream.read_exact(&mut vec![0; missing])?;
            return Ok(head);
        }
    }
}

/// The first byte of a TLS record that carries a handshake (RFC 8446, section 5.1).
const TLS_HANDSHAKE: u8 = 22;

fn wait_for_end(stream: &mut TcpStream) -> std::io::Result<()> {
    while stream.read(&mut [0; 64])? > 0 {}
    Ok(())
}
