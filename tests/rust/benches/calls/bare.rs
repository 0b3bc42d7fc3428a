//! The same bytes through the HTTP clients themselves, set as the SDK's transports set them.

use std::sync::Arc;

use authing_core::{Body, HttpSettings};
use bytes::Bytes;
use http::header::USER_AGENT;
use http::{HeaderMap, Request};
use rustls::{ClientConfig, RootCertStore, crypto::ring};

/// A request that the SDK made.
#[derive(Clone)]
pub(crate) struct Sent {
    address: String,
    headers: HeaderMap,
    body: Bytes,
}

impl From<Request<Body>> for Sent {
    fn from(request: Request<Body>) -> Self {
        let (parts, body) = request.into_parts();
        let body = body.into_bytes().unwrap().unwrap_or_default();
        Self { address: parts.uri.to_string(), headers: parts.headers, body }
    }
}

/// ureq alone.
pub(crate) struct Ureq {
    agent: ureq::Agent,
    sent: Sent,
}

impl Ureq {
    pub(crate) fn new(config: &HttpSettings, mut sent: Sent) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_resolve(Some(config.connect_timeout()))
            .timeout_connect(Some(config.connect_timeout()))
            .timeout_global(Some(config.timeout()))
            .build()
            .new_agent();
        sent.headers.insert(USER_AGENT, config.user_agent().clone());
        Self { agent, sent }
    }

    pub(crate) fn call(&self) -> Vec<u8> {
        let mut request = self.agent.post(&self.sent.address);
        for (name, value) in &self.sent.headers {
            request = request.header(name, value);
        }
        let mut answer = request.send(&self.sent.body[..]).unwrap();
        answer.body_mut().read_to_vec().unwrap()
    }
}

/// reqwest alone.
pub(crate) struct Reqwest {
    client: reqwest::Client,
    sent: Sent,
}

impl Reqwest {
    pub(crate) fn new(config: &HttpSettings, sent: Sent) -> Self {
        // Nothing here is encrypted, but reqwest wants to know how it would be.
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(RootCertStore::empty())
            .with_no_client_auth();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(config.connect_timeout())
            .timeout(config.timeout())
            .user_agent(config.user_agent().clone())
            .tls_backend_preconfigured(tls)
            .build()
            .unwrap();
        Self { client, sent }
    }

    pub(crate) async fn call(&self) -> Vec<u8> {
        let Sent { address, headers, body } = &self.sent;
        let request = self.client.post(address).headers(headers.clone()).body(body.clone());
        request.send().await.unwrap().bytes().await.unwrap().into()
    }
}
