//! WeChat's mini-program: the phone number, decryption, and an account that is bound to the user.

use serde::Deserialize;
use serde_json::{Value, json};

use super::error::{NO_SUCH_USER, V3Error};
use super::{Outcome, SignedIn, done};
use crate::service::wechat_phone;
use crate::service::wxapp::{self, Encrypted};
use crate::state::users::Key;
use crate::world::World;

/// The console's name of the connection. The emulator has one mini-program, and takes any name.
fn check_connection(name: &str) -> Result<(), V3Error> {
    if name.is_empty() { Err(V3Error::malformed("extIdpConnidentifier")) } else { Ok(()) }
}

#[derive(Deserialize)]
pub(crate) struct GetPhone {
    #[serde(rename = "extIdpConnidentifier")]
    connection: String,
    code: String,
}

/// The number behind the code of the phone number button.
pub(crate) fn phone(world: &World, request: &GetPhone) -> Outcome {
    check_connection(&request.connection)?;
    Ok(json!({ "phone_info": redeem_phone(world, &request.code)? }))
}

pub(super) fn redeem_phone(world: &World, code: &str) -> Result<Value, V3Error> {
    let now = world.now();
    let mut info = wechat_phone::phone_info(world.state().wechat.redeem_phone_code(code, now)?);
    info["watermark"] = wechat_phone::watermark(world);
    Ok(info)
}

#[derive(Deserialize)]
pub(crate) struct Decrypt {
    #[serde(rename = "extIdpConnidentifier")]
    connection: String,
    #[serde(flatten)]
    encrypted: Encrypted,
}

pub(crate) fn decrypt(world: &World, request: &Decrypt) -> Outcome {
    check_connection(&request.connection)?;
    Ok(wxapp::decrypt(world, &request.encrypted)?.plain)
}

#[derive(Deserialize)]
pub(crate) struct Bind {
    code: String,
}

/// The WeChat user of this code becomes the signed-in user's. One that is another user's is a conflict.
pub(crate) fn bind(world: &World, caller: &SignedIn, request: &Bind) -> Outcome {
    let now = world.now();
    let mut state = world.state();
    let open_id = state.wechat.redeem(&request.code, now)?.open_id;
    if state.users.find(Key::OpenId(&open_id)).is_some_and(|holder| holder.id != caller.user_id) {
        return Err(V3Error::conflict("openid"));
    }
    let union_id = state.wechat.user(&open_id).and_then(|user| user.union_id.clone());
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    user.openid = Some(open_id);
    user.unionid = union_id.or_else(|| user.unionid.take());
    user.updated_at = now;
    Ok(done())
}
