use serde::Deserialize;

use crate::AppId;

/// An application that a user is logged in to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LoggedInApp {
    /// The application.
    pub app_id: AppId,
    /// The name.
    pub app_name: Option<String>,
    /// The URL of the logo.
    pub app_logo: Option<String>,
    /// The URL of the login.
    pub app_login_url: Option<String>,
    /// Whether the login is valid.
    pub active: Option<bool>,
}
