//! The same call through the HTTP clients themselves, set as the SDK's transports set them, and through serde: what a program
//! without the SDK writes.

use std::collections::BTreeMap;
use std::sync::Arc;

use authing_core::types::User;
use authing_core::{HttpSettings, Request};
use http::header::{HeaderMap, HeaderValue, USER_AGENT};
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use serde::{Deserialize, Serialize};

/// A request that the SDK made.
#[derive(Clone)]
pub(crate) struct Sent {
    address: String,
    headers: HeaderMap,
    post: Post,
}

/// What it says, to be written for each call.
#[derive(Clone, Serialize, Deserialize)]
struct Post {
    query: String,
    variables: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Answer {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    #[serde(alias = "login")]
    user: User,
}

impl Sent {
    pub(crate) fn body(&self) -> Vec<u8> {
        serde_json::to_vec(&self.post).unwrap()
    }
}

fn read(answer: &[u8]) -> User {
    serde_json::from_slice::<Answer>(answer).unwrap().data.user
}

impl From<Request> for Sent {
    fn from(request: Request) -> Self {
        let (address, headers) = (request.url().to_owned(), request.header_map().unwrap());
        let body = request.into_body().into_bytes().unwrap().unwrap_or_default();
        Self { address, headers, post: serde_json::from_slice(&body).unwrap() }
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
        sent.headers.insert(USER_AGENT, HeaderValue::from_str(config.user_agent()).unwrap());
        Self { agent, sent }
    }

    pub(crate) fn call(&self) -> User {
        let mut request = self.agent.post(&self.sent.address);
        for (name, value) in &self.sent.headers {
            request = request.header(name, value);
        }
        let mut answer = request.send(&self.sent.body()[..]).unwrap();
        read(&answer.body_mut().read_to_vec().unwrap())
    }
}

/// reqwest alone.
pub(crate) struct Reqwest {
    client: reqwest::Client,
    sent: Sent,
}

impl Reqwest {
    pub(crate) fn new(config: &HttpSettings, sent: Sent) -> Self {
        // Nothing here is encrypted, but reqwest needs a TLS library.
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(RootCertStore::empty())
            .with_no_client_auth();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(config.connect_timeout())
            .timeout(config.timeout())
            .user_agent(config.user_agent())
            .tls_backend_preconfigured(tls)
            .build()
            .unwrap();
        Self { client, sent }
    }

    pub(crate) async fn call(&self) -> User {
        let request = self.client.post(&self.sent.address).headers(self.sent.headers.clone()).body(self.sent.body());
        read(&request.send().await.unwrap().bytes().await.unwrap())
    }
}
