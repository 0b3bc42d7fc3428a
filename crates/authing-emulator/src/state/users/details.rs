//! What today's service keeps of a user beside the fields of 2020.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::clock::Timestamp;

/// As many logins as are kept of each user; the oldest go first.
const LOGINS: usize = 100;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Details {
    pub(crate) external_id: Option<String>,
    /// Such as `+86`.
    pub(crate) phone_country_code: Option<String>,
    pub(crate) status: Status,
    pub(crate) source: Source,
    pub(crate) custom_data: Map<String, Value>,
    pub(crate) password_set_at: Option<String>,
    /// The user must set another password before the next login.
    pub(crate) must_reset_password: bool,
    pub(crate) identities: Vec<Identity>,
    /// Second factors other than one-time passwords.
    pub(crate) factors: Vec<Factor>,
    /// Newest first.
    pub(crate) logins: VecDeque<AppLogin>,
}

impl Details {
    pub(crate) fn add_login(&mut self, login: AppLogin) {
        self.logins.push_front(login);
        self.logins.truncate(LOGINS);
    }
}

/// Whether a user may log in, and if not, why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Status {
    #[default]
    Activated,
    Suspended,
    Deactivated,
    Resigned,
    Archived,
}

/// Where a user comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Source {
    #[default]
    Register,
    AdminCreated,
}

/// An account at an identity provider that is the user's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Identity {
    pub(crate) identity_id: String,
    pub(crate) ext_idp_id: String,
    pub(crate) provider: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) user_id_in_idp: String,
    pub(crate) user_info_in_idp: Value,
    pub(crate) origin_conn_ids: Vec<String>,
}

/// A phone or an email address that serves as a second factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Factor {
    pub(crate) id: String,
    pub(crate) kind: FactorKind,
    /// Where codes are sent.
    pub(crate) address: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum FactorKind {
    Otp,
    Sms,
    Email,
    Face,
}

/// A login to an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AppLogin {
    pub(crate) app_id: String,
    pub(crate) at: Timestamp,
    pub(crate) ip: String,
    pub(crate) user_agent: String,
    /// The connection, such as `PASSWORD` or `wechat_mini_program_code`.
    pub(crate) method: String,
}
