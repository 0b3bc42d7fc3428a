//! Today's REST API.

mod account;
mod management;
mod sign_in;

use serde_json::{Value, json};

use super::{ANSWERED, HASH, OPENID, PHONE, UNIONID, Visitor};

pub(super) fn visit(to: &mut impl Visitor) {
    sign_in::visit(to);
    account::visit(to);
    management::visit(to);
}

/// A user, with everything that is personal.
fn user() -> Value {
    json!({
        "userId": crate::support::USER, "username": "bob", "phone": PHONE, "identityNumber": HASH,
        "customData": { "openid": OPENID }, "status": "Activated", "gender": "M",
        "identities": [identity()],
    })
}

fn identity() -> Value {
    json!({
        "identityId": "1", "provider": "wechat", "userIdInIdp": UNIONID, "accessToken": ANSWERED,
        "refreshToken": ANSWERED, "userInfoInIdp": { "openid": OPENID },
    })
}

fn done() -> Value {
    Value::Null
}
