//! The fields of the administrator's requests about a user beside the profile: contacts, password, status, departments, identities.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::error::{EMAIL_TAKEN, PHONE_TAKEN, V3Error};
use super::input;
use super::passwords::{self, Encryption};
use crate::crypto::password_hash::PasswordHash;
use crate::service::rules;
use crate::state::State;
use crate::state::users::{Identity, Key, Status, User};
use crate::world::World;

/// The fields that create and update a user, beside the profile.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Account {
    status: Option<Status>,
    email: Option<String>,
    phone: Option<String>,
    phone_country_code: Option<String>,
    email_verified: Option<bool>,
    phone_verified: Option<bool>,
    password: Option<String>,
    pub(super) department_ids: Option<Vec<String>>,
    pub(super) identities: Option<Vec<NewIdentity>>,
    options: Option<AccountOptions>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NewIdentity {
    ext_idp_id: String,
    provider: String,
    #[serde(rename = "type")]
    kind: String,
    user_id_in_idp: String,
    #[serde(default)]
    user_info_in_idp: Value,
    #[serde(default, deserialize_with = "input::or_default")]
    origin_conn_ids: Vec<String>,
}

impl NewIdentity {
    pub(super) fn with_id(self, identity_id: String) -> Identity {
        Identity {
            identity_id,
            ext_idp_id: self.ext_idp_id,
            provider: self.provider,
            kind: self.kind,
            user_id_in_idp: self.user_id_in_idp,
            user_info_in_idp: self.user_info_in_idp,
            origin_conn_ids: self.origin_conn_ids,
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct AccountOptions {
    password_encrypt_type: Option<Encryption>,
    reset_password_on_first_login: Option<bool>,
    reset_password_on_next_login: Option<bool>,
}

impl Account {
    pub(super) fn read(request: &Map<String, Value>) -> Result<Self, V3Error> {
        serde_json::from_value(Value::Object(request.clone())).map_err(|_| V3Error::malformed("status, email, phone"))
    }

    fn must_reset_password(&self) -> Option<bool> {
        let options = self.options.as_ref()?;
        options.reset_password_on_first_login.or(options.reset_password_on_next_login)
    }

    pub(super) fn hash(&self, world: &World) -> Result<Option<PasswordHash>, V3Error> {
        let encryption = self.options.as_ref().and_then(|options| options.password_encrypt_type).unwrap_or_default();
        self.password.as_deref().map(|password| encryption.new_hash(world, password)).transpose()
    }

    pub(super) fn check(&self, state: &State, own_id: Option<&str>) -> Result<(), V3Error> {
        if self.email.as_deref().is_some_and(|email| !rules::is_email(email)) {
            return Err(V3Error::malformed("email"));
        }
        if self.phone.as_deref().is_some_and(|phone| !rules::is_phone(phone)) {
            return Err(V3Error::malformed("phone"));
        }
        let is_taken = |key: Option<Key<'_>>| {
            key.and_then(|key| state.users.find(key)).is_some_and(|user| own_id != Some(user.id.as_str()))
        };
        if is_taken(self.email.as_deref().map(Key::Email)) {
            return Err(EMAIL_TAKEN);
        }
        if is_taken(self.phone.as_deref().map(Key::Phone)) {
            return Err(PHONE_TAKEN);
        }
        let departments = self.department_ids.as_deref().unwrap_or_default();
        match departments.iter().find(|id| state.v3.departments.find(id).is_none()) {
            Some(_) => Err(V3Error::not_found("departmentIds")),
            None => Ok(()),
        }
    }

    pub(super) fn apply(&self, world: &World, user: &mut User, hash: Option<PasswordHash>) {
        user.email = self.email.clone().or_else(|| user.email.take());
        user.phone = self.phone.clone().or_else(|| user.phone.take());
        user.email_verified = self.email_verified.unwrap_or(user.email_verified);
        user.phone_verified = self.phone_verified.unwrap_or(user.phone_verified);
        if self.phone_country_code.is_some() {
            user.details.phone_country_code.clone_from(&self.phone_country_code);
        }
        if let Some(status) = self.status {
            user.set_status(status);
        }
        if let Some(hash) = hash {
            passwords::set(user, hash, world.now());
        }
        user.details.must_reset_password = self.must_reset_password().unwrap_or(user.details.must_reset_password);
    }
}
