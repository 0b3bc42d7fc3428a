//! One connection: HTTP on it, until a fault takes the raw socket back.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tower_service::Service as _;

use super::timed_body::TimedBody;
use crate::state::faults::ConnectionFault;

/// A request's way to its own connection.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionHandle(mpsc::Sender<ConnectionFault>);

impl ConnectionHandle {
    pub(crate) async fn inject(&self, how: ConnectionFault) {
        // Without a receiver the connection is gone already, which is broken enough.
        let _ = self.0.send(how).await;
    }
}

/// Serves until the client leaves or a fault ends it. A header, and then a body, must arrive within `timeout` each.
pub(crate) async fn serve(stream: TcpStream, peer: SocketAddr, router: Router, timeout: Duration) {
    let (handle, mut broken) = mpsc::channel(1);
    let service = service_fn(move |request: Request<Incoming>| {
        let (handle, mut router) = (ConnectionHandle(handle.clone()), router.clone());
        async move {
            let (parts, body) = request.into_parts();
            let (body, mut rest) = TimedBody::new(body, timeout);
            let mut request = Request::from_parts(parts, Body::new(body));
            request.extensions_mut().insert(ConnectInfo(peer));
            request.extensions_mut().insert(handle);
            let response = router.call(request).await?;
            Ok::<_, Infallible>(match rest.try_recv() {
                Ok(rest) if rest.timed_out() => request_timeout(),
                Ok(rest) => {
                    rest.drain().await;
                    response
                }
                Err(_) => response,
            })
        }
    });
    let mut server = http1::Builder::new();
    let server = server.timer(TokioTimer::new()).header_read_timeout(timeout);
    let mut connection = server.serve_connection(TokioIo::new(stream), service);
    let how = tokio::select! {
        // A client that closes the connection, or does not send HTTP, gets no response.
        _ = &mut connection => return,
        Some(how) = broken.recv() => how,
    };
    let stream = connection.into_parts().io.into_inner();
    // It is being broken; that it breaks early is no failure.
    let _ = end(stream, how).await;
}

fn request_timeout() -> Response {
    (StatusCode::REQUEST_TIMEOUT, [(header::CONNECTION, "close")], "The request did not arrive in time.\n")
        .into_response()
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
