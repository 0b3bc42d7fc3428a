//! `updateUser`: the profile, the password with the old one, and — with `tokenExpiredAt` — the logout.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::crypto::password_hash::PasswordHash;
use crate::errors::{
    BAD_REQUEST, EMAIL_NOT_HERE, ErrorResponse, FIELD_NOT_YOURS, NO_SUCH_USER, OLD_PASSWORD_MISSING,
    OLD_PASSWORD_WRONG, PHONE_NOT_HERE, USER_EXISTS,
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
    update.check(world, caller, &user)?;
    let password = update.new_password(world, caller, &user)?;

    let mut state = world.state();
    update.check_username(&state, &id)?;
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
    /// What this call cannot change, and what only the owner may. A client that sends a user back as it came changes nothing.
    fn check(&self, _world: &World, caller: &Caller, user: &User) -> Result<(), ErrorResponse> {
        if self.email.is_some() && self.email != user.email {
            return Err(EMAIL_NOT_HERE);
        }
        if self.phone.is_some() && self.phone != user.phone {
            return Err(PHONE_NOT_HERE);
        }
        let changes = |wish: Option<bool>, now: bool| wish.is_some_and(|wish| wish != now);
        let reserved = changes(self.email_verified, user.email_verified)
            || changes(self.phone_verified, user.phone_verified)
            || changes(self.blocked, user.blocked);
        if reserved && !caller.is_owner() { Err(FIELD_NOT_YOURS) } else { Ok(()) }
    }

    fn check_username(&self, state: &State, id: &str) -> Result<(), ErrorResponse> {
        let Some(username) = &self.username else { return Ok(()) };
        match state.users.find(Key::Username(username)) {
            Some(other) if other.id != id => Err(USER_EXISTS),
            _ => Ok(()),
        }
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
        if let Some(username) = &self.username {
            user.username = Some(username.clone());
        }
        user.email_verified = self.email_verified.unwrap_or(user.email_verified);
        user.phone_verified = self.phone_verified.unwrap_or(user.phone_verified);
        user.blocked = self.blocked.unwrap_or(user.blocked);
    }
}
