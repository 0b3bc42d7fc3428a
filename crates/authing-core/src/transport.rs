//! The traits of a transport: sending a request, waiting, and the current time.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

use crate::host::Host;
#[doc(hidden)]
pub use crate::sync::MaybeSendSync;
use crate::time::Timestamp;
use crate::{Request, Response, TransportError};

/// A blocking transport, for [`Client`](crate::Client).
///
/// A program implements it over any HTTP client. Its duties:
/// - It returns a response with any status; an error means that there is no response.
/// - It follows no redirect, because credentials go only to the configured URLs.
/// - It keeps to the configuration's timeouts and body limit.
/// - It strips URLs from the error's source, because a path may hold a phone number.
pub trait Transport: Send + Sync {
    /// Sends a request and reads the complete response.
    ///
    /// # Errors
    ///
    /// A [`TransportError`] if no complete response arrives: its kind is that of the cause, as [`TransportErrorKind`](crate::TransportErrorKind)
    /// lists them.
    fn send(&self, request: Request) -> Result<Response, TransportError>;
    /// Waits for this time.
    fn sleep(&self, time: Duration);
    /// The current time.
    fn now(&self) -> Timestamp;
}

/// An asynchronous transport, for [`AsyncClient`](crate::AsyncClient). Its duties are those of [`Transport`].
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
pub trait AsyncTransport: MaybeSendSync {
    /// Sends a request and reads the complete response.
    ///
    /// # Errors
    ///
    /// Those of [`Transport::send`].
    async fn send(&self, request: Request) -> Result<Response, TransportError>;
    /// Waits for this time.
    async fn sleep(&self, time: Duration);
    /// The current time.
    fn now(&self) -> Timestamp;
    /// The mini-program's host, if the transport runs in one.
    fn host(&self) -> Option<&dyn Host> {
        None
    }
}

/// A transport whose type the program does not name.
impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request) -> Result<Response, TransportError> {
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
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
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
