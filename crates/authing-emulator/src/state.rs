//! The state of a pool, behind one lock: a struct for each kind of object that the services keep.
//!
//! The state is exported, and a later version must read the export of an earlier one. So each container is `#[serde(default)]`, and so is
//! each field that a later version adds: what an export does not have begins empty.

mod bytes;
pub(crate) mod codes;
pub(crate) mod consents;
pub(crate) mod faults;
pub(crate) mod inbox;
pub(crate) mod login_throttle;
mod logins;
pub(crate) mod mfa;
pub(crate) mod oauth_providers;
pub(crate) mod orgs;
mod pairs;
pub(crate) mod provider;
pub(crate) mod qr_codes;
pub(crate) mod rbac;
pub(crate) mod refresh_tokens;
pub(crate) mod request_log;
pub(crate) mod roles;
pub(crate) mod snapshot;
pub(crate) mod uploads;
pub(crate) mod users;
pub(crate) mod v3;
pub(crate) mod wechat;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::random;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct State {
    pub(crate) users: users::Users,
    pub(crate) codes: codes::Codes,
    pub(crate) inbox: inbox::Inbox,
    pub(crate) wechat: wechat::WeChat,
    pub(crate) uploads: uploads::Uploads,
    pub(crate) apps: consents::Apps,
    pub(crate) refresh_tokens: refresh_tokens::RefreshTokens,
    pub(crate) qr: qr_codes::QrCodes,
    pub(crate) roles: roles::Roles,
    pub(crate) rbac: rbac::Rbac,
    pub(crate) orgs: orgs::Orgs,
    #[serde(rename = "guard")]
    pub(crate) login_throttle: login_throttle::LoginThrottle,
    pub(crate) provider: provider::Provider,
    pub(crate) v3: v3::V3,
    /// `None`: those of the configuration.
    pub(crate) oauth_providers: Option<Vec<oauth_providers::NewOauthProvider>>,
    ids: u32,
}

impl State {
    /// Whether a word is something that was issued here, of what carries no pool's name.
    pub(crate) fn has_issued(&self, word: &str) -> bool {
        self.qr.has(word)
            || self.uploads.has(word)
            || self.wechat.has(word)
            || self.provider.interactions.has(word)
            || self.provider.grants.access_token(word).is_some()
            || self.users.find(users::Key::Id(word)).is_some()
    }

    /// 24 hex digits as the service's database makes them: seconds, something random, a counter. They sort by age.
    pub(crate) fn new_id(&mut self, now: Timestamp) -> String {
        self.ids = (self.ids + 1) & 0x00ff_ffff;
        format!("{:08x}{:06x}{}", now.seconds() & 0xffff_ffff, self.ids, random::hex::<5>())
    }
}
