//! A user's groups, roles and permissions, which the user reads, too.

use authing_core::account::{ListUserGroups, ListUserPermissions, ListUserRoles};
use serde_json::{Value, json};

use super::{Id, plain};
use crate::errors::{ErrorResponse, NO_SUCH_USER};
use crate::graphql::resolver::{Call, Resolver, answers};
use crate::service::{lists, rbac};
use crate::state::rbac::{Kind, RbacItem};
use crate::state::users::Key;

/// The root fields of this area, and the resolver of each.
pub(in crate::graphql) const RESOLVERS: &[Resolver] = &[
    answers::<ListUserGroups>(|call| of_user(call, Kind::Group)),
    answers::<ListUserPermissions>(|call| of_user(call, Kind::Permission)),
    answers::<ListUserRoles>(|call| of_user(call, Kind::Role)),
];

/// Whole, and by name alone.
fn of_user(call: &Call<'_>, kind: Kind) -> Result<Value, ErrorResponse> {
    let Id { id } = call.read()?;
    let id = call.caller.target_user(Some(id))?;
    let state = call.world.state();
    state.users.find(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    let ids = rbac::of_user(&state, kind, &id);
    let items: Vec<&RbacItem> = ids.iter().filter_map(|id| state.rbac.find(kind, id)).collect();
    let mut answer = lists::whole(items.iter().map(|item| plain(call, item)));
    answer["rawList"] = items.iter().map(|item| json!(item.name)).collect();
    Ok(answer)
}
