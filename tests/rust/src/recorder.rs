//! A server that writes down what it is sent.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use http::request::Parts;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// A request, as it came.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// All but the body.
    pub parts: Parts,
    /// The body.
    pub body: Bytes,
}

/// A server on the loopback that writes down what it is sent, and answers what it is told to.
#[derive(Debug)]
pub struct Recorder {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Recorded>>>,
    _runtime: Runtime,
}

type Answer = dyn Fn(&Recorded) -> String + Send + Sync;

#[derive(Clone)]
struct Book {
    seen: Arc<Mutex<Vec<Recorded>>>,
    answer: Arc<Answer>,
}

impl Recorder {
    /// Starts it; it ends when dropped.
    pub fn start(answer: impl Fn(&Recorded) -> String + Send + Sync + 'static) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::<Mutex<Vec<Recorded>>>::default();
        let book = Book { seen: Arc::clone(&seen), answer: Arc::new(answer) };
        let app = Router::new().fallback(write_down).with_state(book);
        runtime.spawn(async move { axum::serve(listener, app).await });
        Self { address, seen, _runtime: runtime }
    }

    /// Where it is.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What came since one last asked.
    pub fn take(&self) -> Vec<Recorded> {
        std::mem::take(&mut self.seen.lock().unwrap())
    }
}

async fn write_down(State(book): State<Book>, request: Request) -> Response<String> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let recorded = Recorded { parts, body };
    let answer = (book.answer)(&recorded);
    book.seen.lock().unwrap().push(recorded);
    Response::new(answer)
}
