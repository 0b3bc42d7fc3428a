//! The request for the provider's metadata.
//!
//! Wire: `GET {issuer}/.well-known/openid-configuration`

use super::{ApplicationConfig, EndpointUrl, ProviderMetadata, ProviderMetadataDocument};
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Fetches the provider's metadata. The clients fetch them themselves, once an hour.
#[derive(Clone, Debug)]
pub struct GetProviderMetadata {
    pub(super) url: EndpointUrl,
}

impl GetProviderMetadata {
    /// Creates the request for the metadata of the issuer of these settings.
    pub fn new(config: &ApplicationConfig) -> Self {
        Self { url: config.metadata_url().clone() }
    }
}

impl Operation for GetProviderMetadata {
    type Needs = needs::AnyApplication;
    type Response = ProviderMetadataDocument;

    const NAME: &'static str = "getProviderMetadata";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Get,
        ProviderMetadata::METADATA_PATH,
        Encoding::Query,
        Envelope::Plain,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}

    fn url(&self) -> Option<&EndpointUrl> {
        Some(&self.url)
    }
}
