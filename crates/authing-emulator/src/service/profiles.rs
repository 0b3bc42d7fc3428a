//! `updateUser`: the profile, the password with the old one, and — with `tokenExpiredAt` — the logout.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::crypto::password_hash::PasswordHash;
use crate::errors::{
    BAD_REQUEST, EMAIL_NOT_HERE, ErrorResponse, FIELD_NOT_YOURS, NO_SUCH_USER, OAUTH_BOUND_TO_ANOTHER,
    OLD_PASSWORD_MISSING, OLD_PASSWORD_WRONG, PHONE_NOT_HERE, PHONE_TAKEN, USER_EXISTS,
};
use crate::service::callers::Caller;
use crate::service::{passwords, pools, sessions};
use crate::state::State;
use crate::state::users::{Key, User};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Update {
    #[serde(rename = "_id")]
    id: Option<String>,
    register_in_client: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    unionid: Option<String>,
    openid: Option<String>,
    username: Option<String>,
    password: Option<String>,
    old_password: Option<String>,
    token_expired_at: Option<String>,
    email_verified: Option<bool>,
    phone_verified: Option<bool>,
    blocked: Option<bool>,
}

pub(crate) fn update(world: &World, caller: &Caller, fields: &Map<String, Value>) -> Result<Value, ErrorResponse> {
    let update: Update = serde_json::from_value(Value::Object(fields.clone())).map_err(|_| BAD_REQUEST)?;
    pools::check(world, update.register_in_client.as_deref().unwrap_or(&world.config.user_pool_id))?;
    let id = caller.target_user(update.id.clone())?;
    let user = world.state().users.find(Key::Id(&id)).cloned().ok_or(NO_SUCH_USER)?;
    update.check(caller, &user)?;
    let password = update.new_password(world, caller, &user)?;

    let mut state = world.state();
    update.check_unique(&state, &id)?;
    let mut user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    user.set_profile(fields);
    update.apply(&mut user, password);
    user.updated_at = world.now();
    if update.token_expired_at.is_some() {
        sessions::revoke_tokens(world, &mut user);
    }
    Ok(user.to_json(&world.config.user_pool_id))
}

impl Update {
    /// Checks the fields that this call cannot change, and those that only the owner may change. A client may send a user back unchanged.
    fn check(&self, caller: &Caller, user: &User) -> Result<(), ErrorResponse> {
        let differs = |wish: &Option<String>, now: &Option<String>| wish.is_some() && wish != now;
        if differs(&self.email, &user.email) {
            return Err(EMAIL_NOT_HERE);
        }
        if caller.is_owner() {
            return Ok(());
        }
        if differs(&self.phone, &user.phone) {
            return Err(PHONE_NOT_HERE);
        }
        let changes = |wish: Option<bool>, now: bool| wish.is_some_and(|wish| wish != now);
        let reserved = changes(self.email_verified, user.email_verified)
            || changes(self.phone_verified, user.phone_verified)
            || changes(self.blocked, user.blocked)
            || differs(&self.unionid, &user.unionid)
            || differs(&self.openid, &user.openid);
        if reserved { Err(FIELD_NOT_YOURS) } else { Ok(()) }
    }

    /// Checks that no other user has the new username, phone number, `unionid` or `openid`.
    fn check_unique(&self, state: &State, id: &str) -> Result<(), ErrorResponse> {
        let keys = [
            (self.username.as_deref().map(Key::Username), USER_EXISTS),
            (self.phone.as_deref().map(Key::Phone), PHONE_TAKEN),
            (self.unionid.as_deref().map(Key::UnionId), OAUTH_BOUND_TO_ANOTHER),
            (self.openid.as_deref().map(Key::OpenId), OAUTH_BOUND_TO_ANOTHER),
        ];
        for (key, taken) in keys {
            if key.and_then(|key| state.users.find(key)).is_some_and(|other| other.id != id) {
                return Err(taken);
            }
        }
        Ok(())
    }

    /// The owner, and a user who has none yet, set a password without the old one.
    fn new_password(&self, world: &World, caller: &Caller, user: &User) -> Result<Option<PasswordHash>, ErrorResponse> {
        let Some(ciphertext) = &self.password else { return Ok(None) };
        let new = passwords::new_hash(world, ciphertext)?;
        if let Some(hash) = user.password.as_ref().filter(|_| !caller.is_owner()) {
            let old = self.old_password.as_deref().ok_or(OLD_PASSWORD_MISSING)?;
            if !hash.matches(&world.password_key.decrypt(old)?) {
                return Err(OLD_PASSWORD_WRONG);
            }
        }
        Ok(Some(new))
    }

    fn apply(&self, user: &mut User, password: Option<PasswordHash>) {
        if let Some(hash) = password {
            user.password = Some(hash);
        }
        for (wish, field) in [
            (&self.username, &mut user.username),
            (&self.phone, &mut user.phone),
            (&self.unionid, &mut user.unionid),
            (&self.openid, &mut user.openid),
        ] {
            if wish.is_some() {
                field.clone_from(wish);
            }
        }
        user.email_verified = self.email_verified.unwrap_or(user.email_verified);
        user.phone_verified = self.phone_verified.unwrap_or(user.phone_verified);
        user.blocked = self.blocked.unwrap_or(user.blocked);
    }
}
