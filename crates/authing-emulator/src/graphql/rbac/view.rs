//! A permission, a role or a group as JSON, with what the request selects of what belongs to it.

use serde_json::{Value, json};

use crate::graphql::resolver::Call;
use crate::graphql::selection::Selection;
use crate::service::{lists, rbac};
use crate::state::State;
use crate::state::rbac::{Kind, RbacItem};
use crate::state::users::Key;

/// Without what belongs to it.
pub(in crate::graphql) fn plain(call: &Call<'_>, item: &RbacItem) -> Value {
    json!({
        "_id": item.id,
        "userPoolId": call.pool(),
        "name": item.name,
        "description": item.description,
        "createdAt": item.created_at,
        "updatedAt": item.updated_at.as_ref().unwrap_or(&item.created_at),
    })
}

/// With the lists that are selected, to the depth to which they are. `users` is whole: its field takes the page.
pub(in crate::graphql) fn item(call: &Call<'_>, state: &State, of: &RbacItem, selection: &Selection) -> Value {
    let mut view = plain(call, of);
    for (name, kind) in [("roles", Kind::Role), ("permissions", Kind::Permission), ("users", Kind::User)] {
        let Some(selected) = selection.get(name) else { continue };
        let ids = rbac::members(state, kind, (of.kind, &of.id)).into_iter();
        view[name] = if kind == Kind::User {
            let users = ids.filter_map(|id| state.users.find(Key::Id(id)));
            lists::whole(users.map(|user| user.to_json(call.pool())))
        } else {
            let items = ids.filter_map(|id| state.rbac.find(kind, id));
            match selected.get("list") {
                Some(selected) => lists::whole(items.map(|member| item(call, state, member, selected))),
                None => lists::whole(items.map(|member| plain(call, member))),
            }
        };
    }
    view
}
