//! A user's own fields: key and value, both text.

use authing_core::metadata::{GetMetadata, RemoveMetadata, SetMetadata};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::{BAD_REQUEST, ErrorResponse, NO_SUCH_USER};
use crate::state::users::{Key, User};

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] =
    &[answers::<RemoveMetadata>(remove), answers::<SetMetadata>(set), answers::<GetMetadata>(list)];

#[derive(Deserialize)]
struct TargetUser {
    #[serde(rename = "_id")]
    id: String,
}

#[derive(Deserialize)]
struct Entry {
    input: EntryInput,
}

#[derive(Deserialize)]
struct EntryInput {
    #[serde(rename = "_id")]
    id: Option<String>,
    key: Option<String>,
    value: Option<String>,
}

fn list(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let TargetUser { id } = call.read()?;
    with_user(call, id, |_| ())
}

fn set(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Entry { input } = call.read()?;
    let (id, key) = (input.id.ok_or(BAD_REQUEST)?, input.key.ok_or(BAD_REQUEST)?);
    let value = input.value.ok_or(BAD_REQUEST)?;
    with_user(call, id, |user| {
        user.metadata.insert(key, value);
    })
}

fn remove(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Entry { input } = call.read()?;
    let (id, key) = (input.id.ok_or(BAD_REQUEST)?, input.key.ok_or(BAD_REQUEST)?);
    with_user(call, id, |user| {
        user.metadata.remove(&key);
    })
}

/// Changes a user, then returns all metadata.
fn with_user(call: &Call<'_>, id: String, change: impl FnOnce(&mut User)) -> Result<Value, ErrorResponse> {
    let id = call.caller.target_user(Some(id))?;
    let mut state = call.world.state();
    let mut user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    change(&mut user);
    let list: Vec<Value> = user.metadata.iter().map(|(key, value)| json!({ "key": key, "value": value })).collect();
    Ok(json!({ "totalCount": list.len(), "list": list }))
}
