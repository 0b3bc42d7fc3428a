//! What the emulator tells about itself: to a client that needs its addresses, and about its pool.

use serde::Serialize;
use serde_json::{Value, json};

use crate::routes;
use crate::state::qr;
use crate::world::World;

/// Everything a client must be given to talk to this emulator.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct About<'a> {
    user_pool_id: &'a str,
    secret: &'a str,
    public_key: &'a str,
    wechat_app_id: &'a str,
    now: String,
    users: usize,
    hosts: Hosts,
}

/// One origin carries every host of the real service.
#[derive(Debug, Serialize)]
struct Hosts {
    user: String,
    oauth: String,
    core: String,
    upload: String,
    cdn: String,
}

impl World {
    pub(crate) fn about(&self) -> About<'_> {
        let at = |path: &str| format!("{}{path}", self.origin);
        About {
            user_pool_id: &self.config.user_pool_id,
            secret: &self.config.secret,
            public_key: self.password_key.public_pem(),
            wechat_app_id: &self.config.wechat_app_id,
            now: self.now().iso(),
            users: self.state().users.len(),
            hosts: Hosts {
                user: at(routes::GRAPHQL),
                oauth: at(routes::GRAPHQL),
                core: self.origin.clone(),
                upload: at(routes::UPLOAD),
                cdn: at(routes::CDN_ROOT),
            },
        }
    }

    /// `UserClient`: the pool and its settings.
    pub(crate) fn pool_info(&self) -> Value {
        json!({
            "_id": self.config.user_pool_id,
            "name": self.config.pool_name,
            "descriptions": self.config.pool_description,
            "logo": self.config.pool_logo,
            "jwtExpired": self.config.token_lifetime.as_secs(),
            "createdAt": self.now().iso(),
            "isDeleted": false,
            "emailVerifiedDefault": false,
            "registerDisabled": false,
            "showWXMPQRCode": true,
            "useMiniLogin": true,
            "useSelfWxapp": true,
            "enableEmail": true,
            "allowedOrigins": "",
            "changeEmailStrategy": { "verifyOldEmail": false },
            "changePhoneStrategy": { "verifyOldPhone": false },
            "qrcodeLoginStrategy": {
                "qrcodeExpiresAfter": qr::LIFETIME.as_secs(),
                "ticketExpiresAfter": qr::TICKET_LIFETIME.as_secs(),
                "returnFullUserInfo": false,
                "allowExchangeUserInfoFromBrowser": true,
            },
            "clientType": { "_id": self.config.user_pool_id, "name": "Web", "description": "", "image": "", "example": "" },
        })
    }
}
