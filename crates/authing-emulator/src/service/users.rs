//! The pool's users as its owner manages them: searched and removed.

use serde_json::Value;

use crate::errors::{BAD_SEARCH, BAD_SEARCH_TYPE, ErrorResponse, NOTHING_TO_REMOVE};
use crate::state::rbac::Kind;
use crate::state::users::Key;
use crate::world::World;

/// The fields that can be searched.
const SEARCHABLE: [&str; 7] = ["email", "username", "nickname", "phone", "name", "company", "_id"];

/// Users that have the text in the field, or in any field if it is called `all`; in capitals or not.
pub(crate) fn search(world: &World, field: &str, text: &str) -> Result<Vec<Value>, ErrorResponse> {
    let fields = match field {
        "all" => &SEARCHABLE[..],
        one => {
            SEARCHABLE.iter().position(|field| *field == one).map(|at| &SEARCHABLE[at..=at]).ok_or(BAD_SEARCH_TYPE)?
        }
    };
    if text.is_empty() {
        return Err(BAD_SEARCH);
    }
    let wanted = text.to_lowercase();
    let has = |user: &Value| {
        let mut texts = fields.iter().filter_map(|field| user[*field].as_str());
        texts.any(|text| text.to_lowercase().contains(&wanted))
    };
    let state = world.state();
    Ok(state.users.iter().map(|user| user.to_json(&world.config.user_pool_id)).filter(has).collect())
}

/// Removes all of them, or none if one is not there.
pub(crate) fn remove(world: &World, ids: &[String]) -> Result<(), ErrorResponse> {
    let mut state = world.state();
    if ids.is_empty() || ids.iter().any(|id| state.users.find(Key::Id(id)).is_none()) {
        return Err(NOTHING_TO_REMOVE);
    }
    for id in ids {
        state.users.remove(id);
        state.roles.forget_user(id);
        state.rbac.forget(Kind::User, id);
        state.v3.forget_user(id);
    }
    Ok(())
}
