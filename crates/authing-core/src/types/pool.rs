use crate::wire::ResponseShape;
use serde::{Deserialize, Serialize};

/// The public settings of a pool (`UserClient`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PoolSettings {
    /// The id of the pool.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The name of the pool.
    pub name: Option<String>,
    /// The description of the pool.
    pub descriptions: Option<String>,
    /// The URL of the logo.
    pub logo: Option<String>,
    /// The lifetime of a user's token, in seconds.
    pub jwt_expired: Option<i64>,
    /// The origins that may call the service, one on each line.
    pub allowed_origins: Option<String>,
    /// Whether new email addresses count as verified.
    pub email_verified_default: Option<bool>,
    /// Whether registrations are closed.
    pub register_disabled: Option<bool>,
    /// Whether email is enabled.
    pub enable_email: Option<bool>,
    /// Whether the login page shows a QR code for WeChat.
    #[serde(rename = "showWXMPQRCode")]
    pub show_wxmp_qr_code: Option<bool>,
    /// Whether the mini-program login is enabled.
    pub use_mini_login: Option<bool>,
    /// Whether the login uses the pool's own mini-program.
    pub use_self_wxapp: Option<bool>,
    /// The time of creation.
    pub created_at: Option<String>,
    /// Whether the pool has been removed.
    pub is_deleted: Option<bool>,
    /// The type of the pool.
    pub client_type: Option<PoolType>,
}

impl ResponseShape for PoolSettings {}

/// A kind of pool (`UserClientType`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PoolType {
    /// The id of the type.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The name of the type.
    pub name: Option<String>,
    /// The description of the type.
    pub description: Option<String>,
    /// The URL of the picture.
    pub image: Option<String>,
    /// An example.
    pub example: Option<String>,
}
