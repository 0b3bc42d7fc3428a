//! A user's profile: read, and written by the user or the administrator.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::error::{NO_SUCH_USER, USER_EXISTS, V3Error};
use super::user_view::{self, With, profile_fields};
use super::{Outcome, SignedIn};
use crate::state::State;
use crate::state::users::{Key, User};
use crate::world::World;

pub(crate) fn get(world: &World, caller: &SignedIn, with: With) -> Outcome {
    let state = world.state();
    let user = state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    Ok(user_view::show(&state, user, with))
}

/// The fields of a profile that a request gives. `null` clears one; what is left out stays.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    pub(crate) fn new(fields: Map<String, Value>) -> Self {
        Self(fields)
    }

    /// The text of a field that is given; `None` for one that is cleared or left out.
    fn text(&self, name: &str) -> Result<Option<&str>, V3Error> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(V3Error::malformed(name)),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Checked before anything is written: a wrong field changes nothing.
    pub(crate) fn check(&self, state: &State, own_id: Option<&str>) -> Result<(), V3Error> {
        for name in profile_fields().chain(["username", "externalId"]) {
            self.text(name)?;
        }
        let is_another = |user: &User| own_id != Some(user.id.as_str());
        let username = self.text("username")?.map(Key::Username);
        let external_id = self.text("externalId")?.map(Key::ExternalId);
        if [username, external_id].into_iter().flatten().any(|key| state.users.find(key).is_some_and(is_another)) {
            return Err(USER_EXISTS);
        }
        if let Some(gender) = self.text("gender")?
            && !["M", "F", "U"].contains(&gender)
        {
            return Err(V3Error::malformed("gender"));
        }
        match self.0.get("customData") {
            None | Some(Value::Object(_) | Value::Null) => Ok(()),
            Some(_) => Err(V3Error::malformed("customData")),
        }
    }

    /// They have been checked.
    pub(crate) fn apply(&self, user: &mut User) {
        let text = |name: &str| self.text(name).ok().flatten().map(str::to_owned);
        for name in profile_fields().filter(|name| self.has(name)) {
            match text(name) {
                Some(text) => drop(user.profile.insert(name.to_owned(), text)),
                None => drop(user.profile.remove(name)),
            }
        }
        if self.has("username") {
            user.username = text("username");
        }
        if self.has("externalId") {
            user.details.external_id = text("externalId");
        }
        if let Some(Value::Object(data)) = self.0.get("customData") {
            user.details.custom_data.extend(data.clone());
        }
    }
}

pub(crate) fn update(world: &World, caller: &SignedIn, fields: &Fields) -> Outcome {
    let mut state = world.state();
    fields.check(&state, Some(&caller.user_id))?;
    let mut user = state.users.find_mut(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    fields.apply(&mut user);
    user.updated_at = world.now();
    drop(user);
    let user = state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    Ok(user_view::show(&state, user, With::default()))
}
