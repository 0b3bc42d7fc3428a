use serde::{Deserialize, Serialize};

use crate::wire::ResponseShape;
use crate::{AppId, UserId};

/// The applications that a user has authorized (`UserAuthorizedAppPagedList`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthorizedApps {
    /// How many there are in all.
    #[serde(rename = "totalCount", default)]
    pub total_count: Option<i64>,
    /// Those of OAuth 2.0.
    #[serde(rename = "OAuthApps", default)]
    pub oauth: Option<Vec<OauthProviderClient>>,
    /// Those of OpenID Connect.
    #[serde(rename = "OIDCApps", default)]
    pub oidc: Option<Vec<OidcProviderClient>>,
}

impl ResponseShape for AuthorizedApps {}

/// An application of OAuth 2.0 (`OAuthProviderClient`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OauthProviderClient {
    /// The application.
    #[serde(rename = "_id")]
    pub id: AppId,
    /// Its name.
    pub name: Option<String>,
    /// Its domain.
    pub domain: Option<String>,
    /// The pool.
    pub client_id: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Whether it was removed.
    pub is_deleted: Option<bool>,
    /// Which grants it may use.
    pub grants: Option<Vec<String>>,
    /// Where it may send the user.
    pub redirect_uris: Option<Vec<String>>,
    /// When it was made.
    pub when: Option<String>,
}

/// An application of OpenID Connect (`OidcProviderClient`); field names are those of OpenID Connect's client metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OidcProviderClient {
    /// The application.
    #[serde(rename = "_id")]
    pub id: AppId,
    /// Its name.
    pub name: Option<String>,
    /// Its `client_id`.
    pub client_id: Option<String>,
    /// Its domain.
    pub domain: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Its picture.
    pub image: Option<String>,
    /// Whether it was removed.
    #[serde(rename = "isDeleted")]
    pub is_deleted: Option<bool>,
    /// How its id tokens are signed.
    pub id_token_signed_response_alg: Option<String>,
    /// Which response types it may ask for.
    pub response_types: Option<Vec<String>>,
    /// Which grants it may use.
    pub grant_types: Option<Vec<String>>,
    /// How it authenticates at the token endpoint.
    pub token_endpoint_auth_method: Option<String>,
    /// Where it may send the user.
    pub redirect_uris: Option<Vec<String>>,
    /// How many seconds an authorization code lives.
    pub authorization_code_expire: Option<String>,
    /// How many seconds an access token lives.
    pub access_token_expire: Option<String>,
    /// How many seconds an id token lives.
    pub id_token_expire: Option<String>,
    /// How many seconds a CAS session lives.
    pub cas_expire: Option<String>,
    /// When it was made.
    pub when: Option<String>,
}

/// An authorization that was taken back (`UserAuthorizedApp`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RevokedAuthorization {
    /// The authorization's own id.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The application.
    pub app_id: Option<AppId>,
    /// The user.
    pub user_id: Option<UserId>,
    /// What had been authorized.
    pub scope: Option<String>,
    /// `OAuth` or `OIDC`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Whether it is revoked; the schema has a String here.
    pub is_revoked: Option<String>,
    /// When it was given.
    pub when: Option<String>,
}

impl ResponseShape for RevokedAuthorization {}
