//! A user's accounts at identity providers.

use serde::Deserialize;
use serde_json::{Value, json};

use super::error::{LAST_WAY_IN, NO_SUCH_USER, V3Error};
use super::{Outcome, SignedIn, done};
use crate::state::users::{Identity, Key, User};
use crate::world::World;

/// The identity provider of WeChat users.
const WECHAT: &str = "wechat";

/// Those of today, those bound in 2020, and WeChat's.
pub(crate) fn of(user: &User) -> Vec<Identity> {
    let bound = user.bindings.iter().map(|binding| {
        let info = serde_json::from_str(&binding.user_info).unwrap_or(Value::Null);
        identity(&binding.id, &binding.provider, "unionid", &binding.unionid, info)
    });
    let wechat = user.openid.iter().map(|openid| {
        let info = json!({ "openid": openid, "unionid": user.unionid });
        identity(&user.id, WECHAT, "openid", openid, info)
    });
    user.details.identities.iter().cloned().chain(bound).chain(wechat).collect()
}

fn identity(id: &str, provider: &str, kind: &str, user_id_in_idp: &str, user_info_in_idp: Value) -> Identity {
    Identity {
        identity_id: id.to_owned(),
        ext_idp_id: provider.to_owned(),
        provider: provider.to_owned(),
        kind: kind.to_owned(),
        user_id_in_idp: user_id_in_idp.to_owned(),
        user_info_in_idp,
        origin_conn_ids: vec![provider.to_owned()],
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Unlink {
    ext_idp_id: String,
}

/// Every account of the user at one provider, if the user can still log in without.
pub(crate) fn unlink(world: &World, caller: &SignedIn, request: &Unlink) -> Outcome {
    let provider = &request.ext_idp_id;
    let mut state = world.state();
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    if of(&user).iter().all(|identity| identity.ext_idp_id != *provider) {
        return Err(V3Error::not_found("extIdpId"));
    }
    let mut left = user.clone();
    remove(&mut left, provider);
    if left.email.is_none() && !left.has_another_way_in() && left.details.identities.is_empty() {
        return Err(LAST_WAY_IN);
    }
    remove(&mut user, provider);
    user.updated_at = world.now();
    Ok(done())
}

fn remove(user: &mut User, provider: &str) {
    user.details.identities.retain(|identity| identity.ext_idp_id != provider);
    user.bindings.retain(|binding| binding.provider != provider);
    if provider == WECHAT {
        user.openid = None;
        user.unionid = None;
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Link {
    user_id: String,
    user_id_in_idp: String,
    ext_idp_id: String,
    #[serde(rename = "type")]
    kind: Option<String>,
}

/// The administrator links an account. One that is another user's is a conflict.
pub(crate) fn link(world: &World, request: &Link) -> Outcome {
    let now = world.now();
    let mut state = world.state();
    let is_it = |identity: &Identity| {
        identity.ext_idp_id == request.ext_idp_id && identity.user_id_in_idp == request.user_id_in_idp
    };
    if state.users.iter().any(|user| of(user).iter().any(is_it)) {
        return Err(V3Error::conflict("userIdInIdp"));
    }
    let id = state.new_id(now);
    let mut user = state.users.find_mut(Key::Id(&request.user_id)).ok_or(NO_SUCH_USER)?;
    let kind = request.kind.as_deref().unwrap_or("generic");
    let linked = identity(&id, &request.ext_idp_id, kind, &request.user_id_in_idp, json!({}));
    user.details.identities.push(linked);
    user.updated_at = now;
    Ok(done())
}
