//! The provider's public keys (RFC 7517).
//!
//! Wire: `GET {jwks_uri}`; documented: `GET {host}/oidc/.well-known/jwks.json`

use super::EndpointUrl;
use crate::principal::needs;
use crate::token::JsonWebKeySet;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Fetches the provider's public keys. The clients fetch them themselves when a token needs them.
#[derive(Clone, Debug, Default)]
pub struct GetJsonWebKeySet {
    pub(super) url: Option<EndpointUrl>,
}

impl Operation for GetJsonWebKeySet {
    type Needs = needs::AnyApplication;
    type Response = JsonWebKeySet;

    const NAME: &'static str = "getJsonWebKeySet";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Get,
        "/oidc/.well-known/jwks.json",
        Encoding::Query,
        Envelope::Plain,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}

    fn url(&self) -> Option<&EndpointUrl> {
        self.url.as_ref()
    }
}
