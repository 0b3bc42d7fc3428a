//! The pool that is served, and its settings.

use serde_json::{Value, json};

use crate::errors::{ErrorResponse, NO_SUCH_APP};
use crate::state::qr_codes;
use crate::world::World;

/// Rejects a pool that is not ours.
pub(crate) fn check(world: &World, pool: &str) -> Result<(), ErrorResponse> {
    if pool == world.config.user_pool_id { Ok(()) } else { Err(NO_SUCH_APP) }
}

/// Whether this is the pool's id, or the id of an application of it.
pub(crate) fn is_named(world: &World, name: &str) -> bool {
    let config = &world.config;
    config.user_pool_id == name
        || config.oidc_apps.iter().any(|app| app.id == name)
        || config.apps.iter().any(|app| app.id == name)
        || world.state().provider.apps.contains_key(name)
}

/// Whether the pool has issued this: a QR code, a ticket, a token, a picture's key, a code of `wx.login`.
pub(crate) fn has_issued(world: &World, text: &str) -> bool {
    world.state().has_issued(text)
}

/// `UserClient`: the pool and its settings.
pub(crate) fn settings(world: &World) -> Value {
    json!({
        "_id": world.config.user_pool_id,
        "name": world.config.pool_name,
        "descriptions": world.config.pool_description,
        "logo": world.config.pool_logo,
        "jwtExpired": world.config.token_lifetime.as_secs(),
        "createdAt": world.now().iso(),
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
            "qrcodeExpiresAfter": qr_codes::LIFETIME.as_secs(),
            "ticketExpiresAfter": qr_codes::TICKET_LIFETIME.as_secs(),
            "returnFullUserInfo": false,
            "allowExchangeUserInfoFromBrowser": true,
        },
        "clientType": { "_id": world.config.user_pool_id, "name": "Web", "description": "", "image": "", "example": "" },
    })
}
