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

    /// The same, with further settings of reqwest: certificate authorities, a client certificate, a proxy.
    /// The configuration's timeouts, its user agent and the redirect policy are set after `build`, which cannot change them.
    pub fn new_with(
        settings: &impl AsRef<HttpSettings>,
        build: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Result<Self, TransportError> {
        let settings = settings.as_ref();
        let client = build(with_tls(reqwest::Client::builder())?)
            .redirect(Policy::none())
            .connect_timeout(settings.connect_timeout())
            .timeout(settings.timeout())
            .user_agent(settings.user_agent())
            .build()
            .map_err(transport_error)?;
        Ok(Self { client, body_limit: settings.body_limit() })
    }

    async fn read(&self, answer: &mut reqwest::Response) -> Result<Vec<u8>, TransportError> {
        let limit = u64::try_from(self.body_limit).unwrap_or(u64::MAX);
        if answer.content_length().is_some_and(|length| length > limit) {
            return Err(TransportError::new(TransportErrorKind::BodyTooLarge));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(transport_error)? {
            if chunk.len() > self.body_limit - bytes.len() {
                return Err(TransportError::new(TransportErrorKind::BodyTooLarge));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }
}

/// The settings alone make the transport; the randomness is the operating system's.
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
        let mut answer = self.client.execute(convert(request)?).await.map_err(transport_error)?;
        let body = self.read(&mut answer).await?;
        Ok(Response::new(answer.status().as_u16(), body).with_retry_after(answer.headers().get(RETRY_AFTER)))
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

#[cfg(feature = "native-tls")]
fn with_tls(builder: ClientBuilder) -> Result<ClientBuilder, TransportError> {
    Ok(builder.tls_backend_native())
}

/// rustls as in ureq: reqwest's default needs another cryptographic library and installed certificates.
#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
fn with_tls(builder: ClientBuilder) -> Result<ClientBuilder, TransportError> {
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(with_roots)
        .map_err(|error| TransportError::new(TransportErrorKind::Other).with_source(error))?
        .with_no_client_auth();
    Ok(builder.tls_backend_preconfigured(config))
}

/// The TLS settings with their roots.
#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
type WithRoots = rustls::ConfigBuilder<rustls::ClientConfig, rustls::client::WantsClientCert>;

#[cfg(all(feature = "rustls", not(any(feature = "native-tls", feature = "platform-roots"))))]
#[expect(clippy::unnecessary_wraps, reason = "the platform's roots may be missing")]
fn with_roots(
    builder: rustls::ConfigBuilder<rustls::ClientConfig, rustls::WantsVerifier>,
) -> Result<WithRoots, rustls::Error> {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    Ok(builder.with_root_certificates(roots))
}

#[cfg(all(feature = "platform-roots", not(feature = "native-tls")))]
fn with_roots(
    builder: rustls::ConfigBuilder<rustls::ClientConfig, rustls::WantsVerifier>,
) -> Result<WithRoots, rustls::Error> {
    use rustls_platform_verifier::BuilderVerifierExt as _;
    builder.with_platform_verifier()
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn with_tls(builder: ClientBuilder) -> Result<ClientBuilder, TransportError> {
    Ok(builder)
}
