use crate::wire::ResponseShape;
use serde::{Deserialize, Serialize};

/// The public settings of a pool (`UserClient`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PoolSettings {
    /// The pool.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What it is for.
    pub descriptions: Option<String>,
    /// Its picture.
    pub logo: Option<String>,
    /// How many seconds a user's token lives.
    pub jwt_expired: Option<i64>,
    /// Which origins may call, one a line.
    pub allowed_origins: Option<String>,
    /// Whether new addresses count as verified.
    pub email_verified_default: Option<bool>,
    /// Whether registrations are closed.
    pub register_disabled: Option<bool>,
    /// Whether email is in use.
    pub enable_email: Option<bool>,
    /// Whether the login page shows a QR code for WeChat.
    #[serde(rename = "showWXMPQRCode")]
    pub show_wxmp_qr_code: Option<bool>,
    /// Whether the mini-program login is in use.
    pub use_mini_login: Option<bool>,
    /// Whether the mini-program is the pool's own.
    pub use_self_wxapp: Option<bool>,
    /// When it was made.
    pub created_at: Option<String>,
    /// Whether it was removed.
    pub is_deleted: Option<bool>,
    /// What kind of pool it is.
    pub client_type: Option<PoolType>,
}

impl ResponseShape for PoolSettings {}

/// A kind of pool (`UserClientType`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PoolType {
    /// Its id.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Its picture.
    pub image: Option<String>,
    /// An example.
    pub example: Option<String>,
}
