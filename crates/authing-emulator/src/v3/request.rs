//! A request of V3, read whole: its arguments stand in the query of a `GET`, else in a JSON body.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use authing_core::Language;
use authing_core::wire::header::{LANGUAGE, REAL_IP};
use axum::body::Bytes;
use axum::extract::{ConnectInfo, FromRequest, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::service::v3::Sender;
use crate::service::v3::error::V3Error;
use crate::world::World;

pub(super) struct V3Request {
    parts: Parts,
    body: Bytes,
}

impl FromRequest<Arc<World>> for V3Request {
    type Rejection = Response;

    async fn from_request(request: Request, world: &Arc<World>) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let request = Request::from_parts(parts.clone(), body);
        // Too large, or broken off: the status is HTTP's own.
        let body = Bytes::from_request(request, world).await.map_err(IntoResponse::into_response)?;
        Ok(Self { parts, body })
    }
}

impl V3Request {
    pub(super) fn method(&self) -> &str {
        self.parts.method.as_str()
    }

    pub(super) fn path(&self) -> &str {
        self.parts.uri.path()
    }

    pub(super) fn query(&self) -> &str {
        self.parts.uri.query().unwrap_or_default()
    }

    pub(super) fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    pub(super) fn body(&self) -> &[u8] {
        &self.body
    }

    pub(super) fn is_get(&self) -> bool {
        self.parts.method == Method::GET
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers().get(name).and_then(|value| value.to_str().ok())
    }

    /// The language that `x-authing-lang` names; Chinese by default, as the service's documentation says.
    pub(super) fn language(&self) -> Language {
        let names_english = self.header(LANGUAGE).is_some_and(|lang| lang.starts_with("en"));
        if names_english { Language::English } else { Language::Chinese }
    }

    pub(super) fn sender(&self) -> Sender {
        let peer = self.parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Sender {
            ip: peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0.ip()),
            real_ip: self.header(REAL_IP).map(str::to_owned),
            user_agent: self.header(header::USER_AGENT.as_str()).unwrap_or_default().to_owned(),
        }
    }

    /// The arguments. An error names the argument that is missing or malformed, and repeats no value.
    pub(super) fn arguments<T: DeserializeOwned>(&self) -> Result<T, V3Error> {
        let arguments = if self.is_get() { self.query_arguments() } else { self.body_arguments()? };
        serde_path_to_error::deserialize(Value::Object(arguments))
            .map_err(|error| V3Error::malformed(&argument_of(&error)))
    }

    fn body_arguments(&self) -> Result<Map<String, Value>, V3Error> {
        if self.body.is_empty() {
            return Ok(Map::new());
        }
        serde_json::from_slice(&self.body).map_err(|_| V3Error::malformed("body: it is no JSON object"))
    }

    /// `name[]=a&name[]=b`, and a name that is repeated, is a list.
    fn query_arguments(&self) -> Map<String, Value> {
        let mut arguments = Map::new();
        for (name, value) in form_urlencoded::parse(self.query().as_bytes()) {
            let value = Value::String(value.into_owned());
            match (name.strip_suffix("[]"), arguments.get_mut(name.trim_end_matches("[]"))) {
                (_, Some(Value::Array(items))) => items.push(value),
                (_, Some(first)) => *first = Value::Array(vec![first.take(), value]),
                (Some(name), None) => drop(arguments.insert(name.to_owned(), Value::Array(vec![value]))),
                (None, None) => drop(arguments.insert(name.into_owned(), value)),
            }
        }
        arguments
    }
}

/// The path of the argument that an error is about; `body` if there is none.
fn argument_of(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let text = error.inner().to_string();
    let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split_once('`')).map(|(name, _)| name);
    match (error.path().to_string().as_str(), missing) {
        (".", None) => "body".to_owned(),
        (".", Some(name)) => name.to_owned(),
        (path, None) => path.to_owned(),
        (path, Some(name)) => format!("{path}.{name}"),
    }
}
