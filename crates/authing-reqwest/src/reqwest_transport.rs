//! The transport over reqwest.

use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use authing_core::transport::AsyncTransport;
use authing_core::{
    Connect, HttpSettings, Randomness, Request, Response, Seed, Timestamp, TransportError, TransportErrorKind,
};
use reqwest::header::RETRY_AFTER;
use reqwest::redirect::Policy;
use reqwest::{ClientBuilder, Url};

use crate::error::transport_error;
use crate::tls::with_tls;

/// The transport over reqwest, for a program that creates the [`AsyncClient`](authing_core::AsyncClient) itself or has its own driver.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    body_limit: usize,
}

impl ReqwestTransport {
    /// A transport with the configuration's timeouts, body limit and user agent.
    pub fn new(settings: &impl AsRef<HttpSettings>) -> Result<Self, TransportError> {
        Self::new_with(settings, |client| client)
    }

    /// The same, with further settings of reqwest, such as certificate authorities, a client certificate or a proxy.
    /// The configuration's timeouts, its user agent and the redirect policy are set after `build`, which cannot change them.
    pub fn new_with(
        settings: &impl AsRef<HttpSettings>,
        build: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Result<Self, TransportError> {
        let settings = settings.as_ref();
        // The features of another crate of the program may have enabled compression.
        let client = with_tls(reqwest::Client::builder())?.no_gzip().no_brotli().no_zstd().no_deflate();
        let client = build(client)
            .redirect(Policy::none())
            .connect_timeout(settings.connect_timeout())
            .timeout(settings.timeout())
            .user_agent(settings.user_agent())
            .build()
            .map_err(transport_error)?;
        Ok(Self { client, body_limit: settings.body_limit() })
    }

    /// Reads the body, up to the limit.
    async fn read(&self, response: &mut reqwest::Response) -> Result<Vec<u8>, TransportError> {
        let limit = u64::try_from(self.body_limit).unwrap_or(u64::MAX);
        if response.content_length().is_some_and(|length| length > limit) {
            return Err(TransportError::new(TransportErrorKind::BodyTooLarge));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(transport_error)? {
            if chunk.len() > self.body_limit - bytes.len() {
                return Err(TransportError::new(TransportErrorKind::BodyTooLarge));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }
}

/// The transport needs the settings alone. The randomness is the operating system's.
impl Connect for ReqwestTransport {
    fn connect(settings: &HttpSettings) -> Result<Self, TransportError> {
        Self::new(settings)
    }

    fn randomness() -> Randomness {
        Randomness::from_fn(|| Seed::try_from_fn(getrandom::fill))
    }
}

#[async_trait]
impl AsyncTransport for ReqwestTransport {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        let mut response = self.client.execute(convert(request)?).await.map_err(transport_error)?;
        let body = self.read(&mut response).await?;
        Ok(Response::new(response.status().as_u16(), body).with_retry_after(response.headers().get(RETRY_AFTER)))
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }

    fn now(&self) -> Timestamp {
        SystemTime::now().into()
    }
}

fn convert(request: Request) -> Result<reqwest::Request, TransportError> {
    // The error names no URL: its path may hold a phone number.
    let url =
        Url::parse(request.url()).map_err(|error| TransportError::new(TransportErrorKind::Other).with_source(error))?;
    let mut converted = reqwest::Request::new(request.method().into(), url);
    *converted.headers_mut() = request.header_map()?;
    *converted.body_mut() = request.into_body().into_bytes()?.map(reqwest::Body::from);
    Ok(converted)
}
