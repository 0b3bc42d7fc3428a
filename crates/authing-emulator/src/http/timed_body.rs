//! A request's body that must arrive in time.

use std::error::Error;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Bytes, HttpBody};
use hyper::body::{Frame, Incoming, SizeHint};
use tokio::sync::oneshot;
use tokio::time::Sleep;

use super::limits::BODY_LIMIT;

/// The body, until its time is over; then an error in its place.
pub(super) struct TimedBody {
    body: Option<Incoming>,
    deadline: Pin<Box<Sleep>>,
    rest: Option<oneshot::Sender<Rest>>,
}

/// What is left of a body when its handler is done with it.
pub(super) struct Rest {
    body: Incoming,
    deadline: Pin<Box<Sleep>>,
}

impl TimedBody {
    /// The body, and where its rest comes out.
    pub(super) fn new(body: Incoming, timeout: Duration) -> (Self, oneshot::Receiver<Rest>) {
        let (rest, receiver) = oneshot::channel();
        let deadline = Box::pin(tokio::time::sleep(timeout));
        (Self { body: Some(body), deadline, rest: Some(rest) }, receiver)
    }
}

impl Rest {
    /// Whether the time was over before the body was whole.
    pub(super) fn timed_out(&self) -> bool {
        self.deadline.is_elapsed() && !self.body.is_end_stream()
    }

    /// Reads the rest of the body. A kernel that closes a socket with unread bytes resets the connection, and the client would not get
    /// the response. Stops at the body's end, at the deadline, and at the largest size of a request.
    pub(super) async fn drain(mut self) {
        let mut size = 0;
        let read = async {
            while let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut self.body).poll_frame(context)).await {
                size += frame.data_ref().map_or(0, Bytes::len);
                if size > BODY_LIMIT {
                    return;
                }
            }
        };
        tokio::select! {
            () = read => {}
            () = self.deadline.as_mut() => {}
        }
    }
}

impl Drop for TimedBody {
    fn drop(&mut self) {
        if let (Some(body), Some(rest)) = (self.body.take(), self.rest.take()) {
            let deadline = std::mem::replace(&mut self.deadline, Box::pin(tokio::time::sleep(Duration::ZERO)));
            // Without a receiver the connection is gone.
            let _ = rest.send(Rest { body, deadline });
        }
    }
}

impl HttpBody for TimedBody {
    type Data = Bytes;
    type Error = Box<dyn Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        if let Poll::Ready(frame) = Pin::new(body).poll_frame(context) {
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        self.deadline.as_mut().poll(context).map(|()| Some(Err("the body did not arrive in time".into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(SizeHint::default, HttpBody::size_hint)
    }
}
