//! The service's version and public keys.
//!
//! Wire: `GET {host}/api/v3/system`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape};
use crate::{Method, Operation, Service};

/// Reads the service's version and public keys. A client whose passwords are encrypted reads the keys itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct GetSystem;

impl Operation for GetSystem {
    type Needs = needs::AnyApplication;
    type Response = SystemInfo;

    const NAME: &'static str = "getSystemInfo";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Get,
        "/api/v3/system",
        Encoding::Query,
        // The documents disagree on whether the response has an envelope.
        Envelope::V3OrPlain,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}

/// The service's version and public keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct SystemInfo {
    /// The RSA key: PEM.
    pub rsa: Option<PublishedKey>,
    /// The SM2 key: `04` and 128 hexadecimal digits.
    pub sm2: Option<PublishedKey>,
    /// The versions of the service's parts.
    pub version: Option<SystemVersion>,
    /// The IP addresses from which the service sends requests.
    pub public_ips: Option<Vec<String>>,
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PublishedKey {
    /// The key.
    pub public_key: String,
}

/// The versions of the service's parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SystemVersion {
    /// The server.
    pub server: Option<String>,
    /// The console.
    pub console: Option<String>,
    /// The login page.
    pub login: Option<String>,
}

impl ResponseShape for SystemInfo {
    const SHAPE: Shape = Shape::AnyOf(&["rsa", "sm2", "version"]);
}
