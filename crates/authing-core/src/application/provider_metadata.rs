//! The provider's metadata (OpenID Connect Discovery 1.0, sections 3 and 4), and the paths that stand in for members that they do not
//! have.

use serde::Deserialize;

use super::{
    AuthenticationError, EndpointUrl, GetJsonWebKeySet, IntrospectToken, RequestTokens, RequestUserInfo, RevokeToken,
};
use crate::token::IssuerUrl;
use crate::wire::{ResponseShape, Shape};
use crate::{Error, Operation};

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

impl ProviderMetadata {
    /// The documented path of the issuer, below an application's host. The provider's documented paths are below it.
    pub const ISSUER_PATH: &'static str = "/oidc";
    /// The documented path of the metadata, below the host.
    pub const METADATA_PATH: &'static str = "/oidc/.well-known/openid-configuration";
    /// The documented path of the login page, below the host.
    pub const AUTHORIZATION_PATH: &'static str = "/oidc/auth";
    /// The documented path of the logout page, below the host.
    pub const END_SESSION_PATH: &'static str = "/oidc/session/end";

    /// The URL of the metadata of an issuer.
    pub(super) fn url(issuer: &str) -> Result<EndpointUrl, Error> {
        EndpointUrl::below(issuer, below_issuer(Self::METADATA_PATH))
    }

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
            None => EndpointUrl::below(issuer.as_str(), below_issuer(path)),
        };
        Ok(Self {
            authorization_endpoint: url(
                "authorization_endpoint",
                &document.authorization_endpoint,
                Self::AUTHORIZATION_PATH,
            )?,
            token_endpoint: url("token_endpoint", &document.token_endpoint, RequestTokens::ENDPOINT.path())?,
            userinfo_endpoint: url("userinfo_endpoint", &document.userinfo_endpoint, RequestUserInfo::ENDPOINT.path())?,
            jwks_uri: url("jwks_uri", &document.jwks_uri, GetJsonWebKeySet::ENDPOINT.path())?,
            introspection_endpoint: url(
                "introspection_endpoint",
                &document.introspection_endpoint,
                IntrospectToken::ENDPOINT.path(),
            )?,
            revocation_endpoint: url(
                "revocation_endpoint",
                &document.revocation_endpoint,
                RevokeToken::ENDPOINT.path(),
            )?,
            end_session_endpoint: url("end_session_endpoint", &document.end_session_endpoint, Self::END_SESSION_PATH)?,
            callback_has_issuer: document.authorization_response_iss_parameter_supported.unwrap_or(false),
        })
    }
}

/// A documented path, from the issuer: an issuer of another path has the same endpoints below it.
fn below_issuer(path: &'static str) -> &'static str {
    path.strip_prefix(ProviderMetadata::ISSUER_PATH).unwrap_or(path)
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

impl ResponseShape for ProviderMetadataDocument {
    const SHAPE: Shape = Shape::Object(&["issuer"]);
}
