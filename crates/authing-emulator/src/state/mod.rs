//! Everything that changes: one struct per thing the services keep, behind one lock.
//!
//! It is exported, and an export of an earlier version is to be read by a later one: what such an export has not begins empty.
//! So each container is `#[serde(default)]`, and so is each field that comes later to something in one.

pub(crate) mod apps;
mod bytes;
pub(crate) mod codes;
pub(crate) mod guard;
pub(crate) mod inbox;
mod logins;
pub(crate) mod mfa;
pub(crate) mod oauth;
pub(crate) mod oidc;
mod pairs;
pub(crate) mod provider;
pub(crate) mod qr;
pub(crate) mod rbac;
pub(crate) mod roles;
pub(crate) mod uploads;
pub(crate) mod users;
pub(crate) mod wechat;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::random;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct State {
    pub(crate) users: users::Users,
    pub(crate) codes: codes::Codes,
    pub(crate) inbox: inbox::Inbox,
    pub(crate) wechat: wechat::WeChat,
    pub(crate) uploads: uploads::Uploads,
    pub(crate) apps: apps::Apps,
    pub(crate) refresh_tokens: oidc::RefreshTokens,
    pub(crate) qr: qr::QrCodes,
    pub(crate) roles: roles::Roles,
    pub(crate) rbac: rbac::Rbac,
    pub(crate) guard: guard::Guard,
    pub(crate) provider: provider::Provider,
    /// `None`: those of the configuration.
    pub(crate) oauth_providers: Option<Vec<oauth::OauthProvider>>,
    ids: u32,
}

impl State {
    /// 24 hex digits as the service's database makes them: seconds, something random, a counter. They sort by age.
    pub(crate) fn new_id(&mut self, now: Timestamp) -> String {
        self.ids = (self.ids + 1) & 0x00ff_ffff;
        format!("{:08x}{:06x}{}", now.seconds() & 0xffff_ffff, self.ids, random::hex::<5>())
    }
}
