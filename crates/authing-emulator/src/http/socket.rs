//! One connection: HTTP on it, until a fault takes the raw socket back.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::Response;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tower_service::Service as _;

use crate::state::faults::ConnectionFault;

/// A request's way to its own connection.
#[derive(Debug, Clone)]
pub(crate) struct ConnectionHandle(mpsc::Sender<ConnectionFault>);

impl ConnectionHandle {
    pub(crate) async fn inject(&self, how: ConnectionFault) {
        // Without a receiver the connection is gone already, which is broken enough.
        let _ = self.0.send(how).await;
    }
}

pub(crate) async fn serve(stream: TcpStream, peer: SocketAddr, router: Router) {
    let (handle, mut broken) = mpsc::channel(1);
    let service = service_fn(move |request: Request<Incoming>| {
        answer(request, peer, ConnectionHandle(handle.clone()), router.clone())
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let how = tokio::select! {
        // A client that hangs up or talks nonsense is its own concern.
        _ = &mut connection => return,
        Some(how) = broken.recv() => how,
    };
    let stream = connection.into_parts().io.into_inner();
    // It is being broken; that it breaks early is no failure.
    let _ = end(stream, how).await;
}

async fn answer(
    request: Request<Incoming>,
    peer: SocketAddr,
    handle: ConnectionHandle,
    mut router: Router,
) -> Result<Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    request.extensions_mut().insert(handle);
    router.call(request).await
}

async fn end(mut stream: TcpStream, how: ConnectionFault) -> std::io::Result<()> {
    match how {
        ConnectionFault::Reset => stream.set_zero_linger(),
        ConnectionFault::Truncate => {
            let head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{\"data\":{";
            stream.write_all(head).await?;
            stream.shutdown().await
        }
        ConnectionFault::Garbage => {
            stream.write_all(b"\x00\xff this is not HTTP \xfe\r\n\r\n").await?;
            stream.shutdown().await
        }
        ConnectionFault::Stall => wait_for_the_client_to_leave(stream).await,
    }
}

async fn wait_for_the_client_to_leave(stream: TcpStream) -> std::io::Result<()> {
    let mut buffer = [0; 1024];
    loop {
        stream.readable().await?;
        match stream.try_read(&mut buffer) {
            Ok(0) => return Ok(()),
            Err(error) if error.kind() != std::io::ErrorKind::WouldBlock => return Err(error),
            _ => {}
        }
    }
}
