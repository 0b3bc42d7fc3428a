//! A transport of your own, here over hyper: `cargo run --example custom_transport`.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use authing_core::transport::AsyncTransport;
use authing_core::{
    AsyncUserPool, Body, HttpSettings, Randomness, Request, Response, Seed, Timestamp, TransportError,
    TransportErrorKind,
};
use authing_examples::Service;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_util::client::legacy::Client as Hyper;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

/// A transport over hyper. It follows no redirect and returns a response with any status.
struct HyperTransport {
    http: Hyper<HttpConnector, Full<bytes::Bytes>>,
    timeout: Duration,
    body_limit: usize,
}

impl HyperTransport {
    fn new(settings: &HttpSettings) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_connect_timeout(Some(settings.connect_timeout()));
        Self {
            http: Hyper::builder(TokioExecutor::new()).build(connector),
            timeout: settings.timeout(),
            body_limit: settings.body_limit(),
        }
    }

    async fn exchange(&self, request: Request) -> Result<Response, TransportError> {
        let (parts, body) = http::Request::<Body>::try_from(request)?.into_parts();
        let body = body.into_bytes()?.unwrap_or_default();
        let answer = self.http.request(http::Request::from_parts(parts, Full::new(body))).await.map_err(|error| {
            let kind =
                if error.is_connect() { TransportErrorKind::Connect } else { TransportErrorKind::ConnectionLost };
            TransportError::new(kind).with_source(error)
        })?;
        let (parts, body) = answer.into_parts();
        let body = Limited::new(body, self.body_limit).collect().await.map_err(|error| {
            let too_long = error.is::<http_body_util::LengthLimitError>();
            TransportError::new(if too_long {
                TransportErrorKind::BodyTooLarge
            } else {
                TransportErrorKind::ConnectionLost
            })
            .with_source(error)
        })?;
        Ok(http::Response::from_parts(parts, Vec::from(body.to_bytes())).into())
    }
}

#[async_trait]
impl AsyncTransport for HyperTransport {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        tokio::time::timeout(self.timeout, self.exchange(request))
            .await
            .unwrap_or_else(|_| Err(TransportError::new(TransportErrorKind::Timeout)))
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }

    fn now(&self) -> Timestamp {
        SystemTime::now().into()
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let service = Service::from_environment()?;
    let config = service.config()?;

    let transport = HyperTransport::new(config.http());
    let randomness = Randomness::from_fn(|| Seed::try_from_fn(getrandom::fill));
    let pool = AsyncUserPool::from_parts(config, transport, randomness);
    let settings = pool.client().user_pool_settings().await?;
    println!("the pool is called {}", settings.name.unwrap_or_default());
    Ok(())
}
