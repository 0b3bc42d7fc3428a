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
    fn text(&self, name: &str) -> Result<Option<Option<&str>>, V3Error> {
        match self.0.get(name) {
            None => Ok(None),
            Some(Value::Null) => Ok(Some(None)),
            Some(Value::String(text)) => Ok(Some(Some(text))),
            Some(_) => Err(V3Error::malformed(name)),
        }
    }

    /// Checked before anything is written: a wrong field changes nothing.
    pub(crate) fn check(&self, state: &State, own_id: Option<&str>) -> Result<(), V3Error> {
        for name in profile_fields().chain(["username", "externalId"]) {
            self.text(name)?;
        }
        let is_another = |user: &User| own_id != Some(user.id.as_str());
        let username = self.text("username")?.flatten().map(Key::Username);
        let external_id = self.text("externalId")?.flatten().map(Key::ExternalId);
        if [username, external_id].into_iter().flatten().any(|key| state.users.find(key).is_some_and(is_another)) {
            return Err(USER_EXISTS);
        }
        if let Some(gender) = self.text("gender")?.flatten()
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
        for name in profile_fields() {
            match self.text(name) {
                Ok(Some(Some(text))) => drop(user.profile.insert(name.to_owned(), text.to_owned())),
                Ok(Some(None)) => drop(user.profile.remove(name)),
                _ => {}
            }
        }
        if let Ok(Some(username)) = self.text("username") {
            user.username = username.map(str::to_owned);
        }
        if let Ok(Some(external_id)) = self.text("externalId") {
            user.details.external_id = external_id.map(str::to_owned);
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
