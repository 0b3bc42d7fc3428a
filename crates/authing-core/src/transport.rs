//! What a transport has to do: send, wait, tell the time.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use http::{Request, Response};

use crate::TransportError;
use crate::body::Body;
use crate::host::Host;
use crate::time::Timestamp;

/// A blocking transport, for [`Client`](crate::Client).
///
/// A page of code makes one from any HTTP client. What it owes its users:
/// - every status is an answer; an error is for when there is none;
/// - redirects are not followed, because credentials go only where the configuration says;
/// - the configuration's timeouts and body limit hold;
/// - the error's source has no address in it, because a path may hold a phone number.
pub trait Transport: Send + Sync {
    /// Sends a request and reads the whole answer.
    fn send(&self, request: Request<Body>) -> Result<Response<Vec<u8>>, TransportError>;
    /// Waits.
    fn sleep(&self, time: Duration);
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// An asynchronous transport, for [`AsyncClient`](crate::AsyncClient). It owes the same as [`Transport`].
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
pub trait AsyncTransport: MaybeSendSync {
    /// Sends a request and reads the whole answer.
    async fn send(&self, request: Request<Body>) -> Result<Response<Vec<u8>>, TransportError>;
    /// Waits.
    async fn sleep(&self, time: Duration);
    /// The time now.
    fn now(&self) -> Timestamp;
    /// The mini-program's host, if the transport runs in one.
    fn host(&self) -> Option<&dyn Host> {
        None
    }
}

/// `Send + Sync` where there are threads; nothing in WebAssembly, where there are none.
#[cfg(not(target_arch = "wasm32"))]
pub trait MaybeSendSync: Send + Sync {}
#[cfg(not(target_arch = "wasm32"))]
impl<T: Send + Sync + ?Sized> MaybeSendSync for T {}

/// `Send + Sync` where there are threads; nothing in WebAssembly, where there are none.
#[cfg(target_arch = "wasm32")]
pub trait MaybeSendSync {}
#[cfg(target_arch = "wasm32")]
impl<T: ?Sized> MaybeSendSync for T {}

/// A transport whose type the program does not name.
impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<Body>) -> Result<Response<Vec<u8>>, TransportError> {
        T::send(self, request)
    }

    fn sleep(&self, time: Duration) {
        T::sleep(self, time);
    }

    fn now(&self) -> Timestamp {
        T::now(self)
    }
}

/// A transport whose type the program does not name.
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
impl<T: AsyncTransport + ?Sized> AsyncTransport for Arc<T> {
    async fn send(&self, request: Request<Body>) -> Result<Response<Vec<u8>>, TransportError> {
        T::send(self, request).await
    }

    async fn sleep(&self, time: Duration) {
        T::sleep(self, time).await;
    }

    fn now(&self) -> Timestamp {
        T::now(self)
    }

    fn host(&self) -> Option<&dyn Host> {
        T::host(self)
    }
}
