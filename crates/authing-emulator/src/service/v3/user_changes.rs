//! The pool's users, as the administrator creates, changes and removes them.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::{NO_SUCH_USER, V3Error};
use super::profile::Fields;
use super::user_account::Account;
use super::user_identifier::{IdentifierOptions, UserIdentifier};
use super::user_view::{self, With};
use super::{Outcome, done, input, user_identifier};
use crate::service::users as shared;
use crate::state::users::{Key, Source, User};
use crate::world::World;

/// How a user registered whom the administrator created.
const REGISTER_METHOD: &str = "import:manual";

pub(crate) fn create(world: &World, request: &Map<String, Value>) -> Outcome {
    let id = add(world, request)?;
    let state = world.state();
    Ok(json!(state.users.find(Key::Id(&id)).map(|user| user_view::show(&state, user, With::default()))))
}

fn add(world: &World, request: &Map<String, Value>) -> Result<String, V3Error> {
    let account = Account::read(request)?;
    let hash = account.hash(world)?;
    let fields = Fields::new(request.clone());
    let now = world.now();
    let mut state = world.state();
    account.check(&state, None)?;
    fields.check(&state, None)?;
    let mut user = User::new(state.new_id(now), REGISTER_METHOD, now);
    user.details.source = Source::AdminCreated;
    account.apply(world, &mut user, hash);
    fields.apply(&mut user);
    for new in account.identities.unwrap_or_default() {
        user.details.identities.push(new.with_id(state.new_id(now)));
    }
    let is_named = user.email.is_some()
        || user.phone.is_some()
        || user.username.is_some()
        || user.details.external_id.is_some()
        || !user.details.identities.is_empty();
    if !is_named {
        return Err(V3Error::malformed("email, phone, username, externalId"));
    }
    let id = state.users.insert(user).id.clone();
    for department in account.department_ids.unwrap_or_default() {
        if let Some(department) = state.v3.departments.find_mut(&department) {
            department.join(&id, now.iso());
        }
    }
    Ok(id)
}

#[derive(Deserialize)]
pub(crate) struct CreateBatch {
    list: Vec<Map<String, Value>>,
    options: Option<Value>,
}

/// All of them, or none if one cannot be.
pub(crate) fn create_batch(world: &World, request: &CreateBatch) -> Outcome {
    input::check_batch(&request.list, "list")?;
    let mut ids: Vec<String> = Vec::new();
    for new in &request.list {
        let mut new = new.clone();
        if let Some(options) = &request.options {
            new.insert("options".into(), options.clone());
        }
        match add(world, &new) {
            Ok(id) => ids.push(id),
            Err(error) => {
                // Those before it are taken back; there may be none.
                let _ = shared::remove(world, &ids);
                return Err(error);
            }
        }
    }
    let state = world.state();
    let created = ids.iter().filter_map(|id| state.users.find(Key::Id(id)));
    Ok(created.map(|user| user_view::show(&state, user, With::default())).collect())
}

pub(crate) fn update(world: &World, request: &Map<String, Value>) -> Outcome {
    let named: UserIdentifier =
        serde_json::from_value(Value::Object(request.clone())).map_err(|_| V3Error::malformed("userId"))?;
    let account = Account::read(request)?;
    let hash = account.hash(world)?;
    let fields = Fields::new(request.clone());
    let mut state = world.state();
    let id = named.find(&state)?.id.clone();
    account.check(&state, Some(&id))?;
    fields.check(&state, Some(&id))?;
    let mut user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    account.apply(world, &mut user, hash);
    fields.apply(&mut user);
    user.updated_at = world.now();
    drop(user);
    let user = state.users.find(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    Ok(user_view::show(&state, user, With::default()))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeleteBatch {
    #[serde(deserialize_with = "input::list")]
    user_ids: Vec<String>,
    options: Option<IdentifierOptions>,
}

/// All of them, or none if one is not there.
pub(crate) fn delete_batch(world: &World, request: &DeleteBatch) -> Outcome {
    input::check_batch(&request.user_ids, "userIds")?;
    let kind = request.options.as_ref().and_then(|options| options.user_id_type.as_ref());
    let ids = {
        let state = world.state();
        let ids = request.user_ids.iter().map(|id| user_identifier::find(&state, id, kind).map(|user| user.id.clone()));
        ids.collect::<Result<Vec<_>, _>>()?
    };
    shared::remove(world, &ids).map_err(|_| NO_SUCH_USER)?;
    Ok(done())
}
