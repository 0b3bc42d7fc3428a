use serde::{Deserialize, Serialize};

use crate::wire::ResponseShape;
use crate::{AppId, UserId};

/// The applications that a user has authorized (`UserAuthorizedAppPagedList`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthorizedApps {
    /// The number of applications on all pages.
    #[serde(rename = "totalCount", default)]
    pub total_count: Option<i64>,
    /// The applications of OAuth 2.0.
    #[serde(rename = "OAuthApps", default)]
    pub oauth: Option<Vec<OauthProviderClient>>,
    /// The applications of OpenID Connect.
    #[serde(rename = "OIDCApps", default)]
    pub oidc: Option<Vec<OidcProviderClient>>,
}

impl ResponseShape for AuthorizedApps {}

/// An application of OAuth 2.0 (`OAuthProviderClient`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OauthProviderClient {
    /// The id of the application.
    #[serde(rename = "_id")]
    pub id: AppId,
    /// The name of the application.
    pub name: Option<String>,
    /// The domain of the application.
    pub domain: Option<String>,
    /// The pool.
    pub client_id: Option<String>,
    /// The description of the application.
    pub description: Option<String>,
    /// Whether the application has been removed.
    pub is_deleted: Option<bool>,
    /// The grant types that the application may use.
    pub grants: Option<Vec<String>>,
    /// The redirect URIs of the application.
    pub redirect_uris: Option<Vec<String>>,
    /// The time of creation.
    pub when: Option<String>,
}

/// An application of OpenID Connect (`OidcProviderClient`); field names are those of OpenID Connect's client metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OidcProviderClient {
    /// The id of the application.
    #[serde(rename = "_id")]
    pub id: AppId,
    /// The name of the application.
    pub name: Option<String>,
    /// The `client_id` of the application.
    pub client_id: Option<String>,
    /// The domain of the application.
    pub domain: Option<String>,
    /// The description of the application.
    pub description: Option<String>,
    /// The URL of the logo.
    pub image: Option<String>,
    /// Whether the application has been removed.
    #[serde(rename = "isDeleted")]
    pub is_deleted: Option<bool>,
    /// The signature algorithm of the id tokens.
    pub id_token_signed_response_alg: Option<String>,
    /// The response types that the application may request.
    pub response_types: Option<Vec<String>>,
    /// The grant types that the application may use.
    pub grant_types: Option<Vec<String>>,
    /// The authentication method at the token endpoint.
    pub token_endpoint_auth_method: Option<String>,
    /// The redirect URIs of the application.
    pub redirect_uris: Option<Vec<String>>,
    /// The lifetime of an authorization code, in seconds.
    pub authorization_code_expire: Option<String>,
    /// The lifetime of an access token, in seconds.
    pub access_token_expire: Option<String>,
    /// The lifetime of an id token, in seconds.
    pub id_token_expire: Option<String>,
    /// The lifetime of a CAS session, in seconds.
    pub cas_expire: Option<String>,
    /// The time of creation.
    pub when: Option<String>,
}

/// An authorization that was revoked (`UserAuthorizedApp`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RevokedAuthorization {
    /// The id of the authorization.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The application.
    pub app_id: Option<AppId>,
    /// The user.
    pub user_id: Option<UserId>,
    /// The scope of the authorization.
    pub scope: Option<String>,
    /// The kind of the application: `OAuth` or `OIDC`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Whether the authorization is revoked, as a string (so the schema declares it).
    pub is_revoked: Option<String>,
    /// The time of the authorization.
    pub when: Option<String>,
}

impl ResponseShape for RevokedAuthorization {}
