//! The provider's metadata (OpenID Connect Discovery 1.0, sections 3 and 4).
//!
//! Wire: `GET {issuer}/.well-known/openid-configuration`

use serde::Deserialize;

use super::{ApplicationConfig, AuthenticationError, EndpointUrl};
use crate::principal::needs;
use crate::token::IssuerUrl;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape};
use crate::{Error, Method, Operation, Service};

/// The endpoints of an application's provider. All of them have the issuer's origin.
#[derive(Clone, Debug)]
pub struct ProviderMetadata {
    pub(super) authorization_endpoint: EndpointUrl,
    pub(super) token_endpoint: EndpointUrl,
    pub(super) userinfo_endpoint: EndpointUrl,
    pub(super) jwks_uri: EndpointUrl,
    pub(super) introspection_endpoint: EndpointUrl,
    pub(super) revocation_endpoint: EndpointUrl,
    pub(super) end_session_endpoint: EndpointUrl,
    /// Whether every callback names the issuer (RFC 9207, section 3).
    pub(super) callback_has_issuer: bool,
}

/// The path of the metadata, below the issuer.
pub(super) const METADATA_PATH: &str = "/.well-known/openid-configuration";

impl ProviderMetadata {
    /// The metadata that the service documents: for a deployment that publishes none.
    pub(super) fn documented(issuer: &IssuerUrl) -> Result<Self, Error> {
        Self::read(issuer, &ProviderMetadataDocument { issuer: issuer.as_str().to_owned(), ..Default::default() })
    }

    /// Checks a document. A member that it does not have is the documented path.
    pub(super) fn read(issuer: &IssuerUrl, document: &ProviderMetadataDocument) -> Result<Self, Error> {
        if document.issuer != issuer.as_str() {
            return Err(AuthenticationError::WrongMetadataIssuer.into());
        }
        let url = |member, url: &Option<String>, path| match url {
            Some(url) => {
                EndpointUrl::within(issuer, url).ok_or(Error::from(AuthenticationError::ForeignEndpoint { member }))
            }
            None => EndpointUrl::below(issuer.as_str(), path),
        };
        Ok(Self {
            authorization_endpoint: url("authorization_endpoint", &document.authorization_endpoint, "/auth")?,
            token_endpoint: url("token_endpoint", &document.token_endpoint, "/token")?,
            userinfo_endpoint: url("userinfo_endpoint", &document.userinfo_endpoint, "/me")?,
            jwks_uri: url("jwks_uri", &document.jwks_uri, "/.well-known/jwks.json")?,
            introspection_endpoint: url(
                "introspection_endpoint",
                &document.introspection_endpoint,
                "/token/introspection",
            )?,
            revocation_endpoint: url("revocation_endpoint", &document.revocation_endpoint, "/token/revocation")?,
            end_session_endpoint: url("end_session_endpoint", &document.end_session_endpoint, "/session/end")?,
            callback_has_issuer: document.authorization_response_iss_parameter_supported.unwrap_or(false),
        })
    }
}

/// The provider's metadata as published, not checked.
#[derive(Clone, Debug, Default, Deserialize)]
#[non_exhaustive]
pub struct ProviderMetadataDocument {
    /// The issuer.
    pub issuer: String,
    /// The page at which users log in.
    #[serde(default)]
    pub authorization_endpoint: Option<String>,
    /// The token endpoint.
    #[serde(default)]
    pub token_endpoint: Option<String>,
    /// The user info endpoint.
    #[serde(default)]
    pub userinfo_endpoint: Option<String>,
    /// The provider's public keys.
    #[serde(default)]
    pub jwks_uri: Option<String>,
    /// The introspection endpoint (RFC 7662).
    #[serde(default)]
    pub introspection_endpoint: Option<String>,
    /// The revocation endpoint (RFC 7009).
    #[serde(default)]
    pub revocation_endpoint: Option<String>,
    /// The logout page (OpenID Connect RP-Initiated Logout 1.0).
    #[serde(default)]
    pub end_session_endpoint: Option<String>,
    /// Whether every callback names the issuer (RFC 9207).
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: Option<bool>,
}

/// Fetches the provider's metadata. The clients fetch them themselves, once an hour.
#[derive(Clone, Debug)]
pub struct GetProviderMetadata {
    pub(super) url: EndpointUrl,
}

impl GetProviderMetadata {
    /// The metadata of the issuer of these settings.
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
        "/oidc/.well-known/openid-configuration",
        Encoding::Query,
        Envelope::Plain,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}

    fn url(&self) -> Option<&EndpointUrl> {
        Some(&self.url)
    }
}

impl ResponseShape for ProviderMetadataDocument {
    const SHAPE: Shape = Shape::Object(&["issuer"]);
}
