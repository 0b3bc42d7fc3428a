//! Role-based access, for the pool's owner: permissions, roles and groups.

pub(super) mod members;
pub(super) mod of_user;
mod view;

use authing_core::rbac::{
    CreateGroup, CreatePermission, CreateRbacRole, DeleteGroup, DeleteGroupBatch, DeletePermission,
    DeletePermissionBatch, DeleteRbacRole, DeleteRbacRoleBatch, GetGroup, GetPermission, GetRbacRole, ListGroups,
    ListPermissions, ListRbacRoles, UpdateGroup, UpdatePermission, UpdateRbacRole,
};
use serde::Deserialize;
use serde_json::Value;

use super::resolver::{Call, Input, Resolver, answers, done};
use super::sorted_page::SortedPageArguments;
use crate::errors::{BAD_REQUEST, ErrorResponse};
use crate::service::{pools, rbac};
use crate::state::rbac::Kind;

pub(super) use view::{item, plain};

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<CreateGroup>(|call| create(call, Kind::Group)),
    answers::<CreatePermission>(|call| create(call, Kind::Permission)),
    answers::<CreateRbacRole>(|call| create(call, Kind::Role)),
    answers::<DeleteGroup>(|call| delete(call, Kind::Group)),
    answers::<DeleteGroupBatch>(|call| delete(call, Kind::Group)),
    answers::<DeletePermission>(|call| delete(call, Kind::Permission)),
    answers::<DeletePermissionBatch>(|call| delete(call, Kind::Permission)),
    answers::<DeleteRbacRole>(|call| delete(call, Kind::Role)),
    answers::<DeleteRbacRoleBatch>(|call| delete(call, Kind::Role)),
    answers::<GetGroup>(|call| get(call, Kind::Group)),
    answers::<GetPermission>(|call| get(call, Kind::Permission)),
    answers::<GetRbacRole>(|call| get(call, Kind::Role)),
    answers::<ListGroups>(|call| list(call, Kind::Group)),
    answers::<ListPermissions>(|call| list(call, Kind::Permission)),
    answers::<ListRbacRoles>(|call| list(call, Kind::Role)),
    answers::<UpdateGroup>(|call| update(call, Kind::Group)),
    answers::<UpdatePermission>(|call| update(call, Kind::Permission)),
    answers::<UpdateRbacRole>(|call| update(call, Kind::Role)),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    user_pool_id: Option<String>,
    name: Option<String>,
    description: Option<String>,
}

fn create(call: &Call<'_>, kind: Kind) -> Result<Value, ErrorResponse> {
    let Input { input } = call.read::<Input<Create>>()?;
    pools::check(call.world, input.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    call.caller.must_be_owner()?;
    let name = input.name.ok_or(BAD_REQUEST)?;
    Ok(plain(call, &rbac::create(call.world, kind, name, input.description)))
}

#[derive(Deserialize)]
struct Id {
    #[serde(rename = "_id")]
    id: String,
}

fn get(call: &Call<'_>, kind: Kind) -> Result<Value, ErrorResponse> {
    let Id { id } = call.read()?;
    call.caller.must_be_owner()?;
    let state = call.world.state();
    Ok(item(call, &state, rbac::find(&state, kind, &id)?, &call.selection))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct List {
    user_pool_id: String,
    #[serde(flatten)]
    page: SortedPageArguments,
}

fn list(call: &Call<'_>, kind: Kind) -> Result<Value, ErrorResponse> {
    let List { user_pool_id, page } = call.read()?;
    pools::check(call.world, &user_pool_id)?;
    call.caller.must_be_owner()?;
    let state = call.world.state();
    let items = state.rbac.iter(kind).map(|it| match call.selection.get("list") {
        Some(selection) => item(call, &state, it, selection),
        None => plain(call, it),
    });
    Ok(page.of(items.collect()))
}

#[derive(Deserialize)]
struct Update {
    #[serde(rename = "_id")]
    id: Option<String>,
    name: Option<String>,
    description: Option<String>,
}

fn update(call: &Call<'_>, kind: Kind) -> Result<Value, ErrorResponse> {
    let Input { input } = call.read::<Input<Update>>()?;
    call.caller.must_be_owner()?;
    let id = input.id.ok_or(BAD_REQUEST)?;
    Ok(plain(call, &rbac::update(call.world, kind, &id, input.name, input.description)?))
}

#[derive(Deserialize)]
struct Ids {
    #[serde(rename = "_id")]
    id: Option<String>,
    #[serde(rename = "idList")]
    id_list: Option<Vec<String>>,
}

/// One, or those of `idList` in the calls whose name ends in `Batch`.
fn delete(call: &Call<'_>, kind: Kind) -> Result<Value, ErrorResponse> {
    let Ids { id, id_list } = call.read()?;
    call.caller.must_be_owner()?;
    let ids: Vec<String> = id.into_iter().chain(id_list.unwrap_or_default()).collect();
    rbac::delete(call.world, kind, &ids)?;
    Ok(done("删除成功"))
}
