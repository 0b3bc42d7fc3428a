use authing_core::organizations::{
    AddOrgNode, CheckOrgRootNode, CreateOrg, DeleteOrg, GetOrg, GetOrgRootNode, ListOrgChildNodes, ListOrgs,
    RemoveOrgNode, SearchOrgNodeUsers,
};
use authing_core::rbac::{
    AddPermissionToRole, AddPermissionToRoleBatch, AddRoleToGroup, AddRoleToGroupBatch, AddUserToGroup,
    AddUserToGroupBatch, AssignRoleToUser, AssignRoleToUserBatch, CreateGroup, CreatePermission, CreateRbacRole,
    DeleteGroup, DeleteGroupBatch, DeletePermission, DeletePermissionBatch, DeleteRbacRole, DeleteRbacRoleBatch,
    GetGroup, GetPermission, GetRbacRole, ListGroupPermissions, ListGroupRoles, ListGroupUsers, ListGroups,
    ListPermissions, ListRbacRolePermissions, ListRbacRoleUsers, ListRbacRoles, RemovePermissionFromRole,
    RemovePermissionFromRoleBatch, RemoveRoleFromGroup, RemoveRoleFromGroupBatch, RemoveUserFromGroup,
    RemoveUserFromGroupBatch, RevokeRoleFromUser, RevokeRoleFromUserBatch, UpdateGroup, UpdatePermission,
    UpdateRbacRole,
};
use authing_core::types::{Page, SortBy, SortedPage};
use serde_json::{Value, json};

use super::{PHONE, Visitor, list, message, user};
use crate::support::USER;

const ID: &str = "5e0b0c8d7f1a2b3c4d5e6f70";

pub(super) fn visit(to: &mut impl Visitor) {
    items(to);
    deletions(to);
    members(to);
    lists(to);
    organizations(to);
}

/// A group, role or permission, with what it may have.
fn item() -> Value {
    json!({ "_id": ID, "name": "editors", "createdAt": "2020-06-01T00:00:00.000Z", "users": list(&user()) })
}

fn pages() -> [SortedPage; 3] {
    let both = SortedPage { sort_by: Some(SortBy::UpdatedAtAsc), page: Some(Page::new(1, 5)) };
    [SortedPage::default(), both, SortBy::CreatedAtAsc.into()]
}

/// Each of the three kinds of item has the same four operations.
macro_rules! items {
    ($to:ident, $($Create:ident $Get:ident $List:ident $Update:ident $id:ident)*) => { $(
        for description in [None, Some("may write".to_owned())] {
            $to.visit($Create { name: "editors".into(), description: description.clone() }, &item());
            $to.visit($Update { $id: ID.into(), name: Some("authors".into()), description }, &item());
        }
        $to.visit($Get { $id: ID.into() }, &item());
        for page in pages() {
            $to.visit($List { page }, &list(&item()));
        }
    )* };
}

fn items(to: &mut impl Visitor) {
    items! { to,
        CreateGroup GetGroup ListGroups UpdateGroup group
        CreateRbacRole GetRbacRole ListRbacRoles UpdateRbacRole role
        CreatePermission GetPermission ListPermissions UpdatePermission permission
    }
}

fn deletions(to: &mut impl Visitor) {
    to.visit(DeleteGroup { group: ID.into() }, &message());
    to.visit(DeleteGroupBatch { groups: vec![ID.into()] }, &message());
    to.visit(DeleteRbacRole { role: ID.into() }, &message());
    to.visit(DeleteRbacRoleBatch { roles: vec![ID.into()] }, &message());
    to.visit(DeletePermission { permission: ID.into() }, &message());
    to.visit(DeletePermissionBatch { permissions: vec![ID.into()] }, &message());
}

/// Each kind of membership has four operations, each with and without the list of members in the response.
macro_rules! members {
    ($to:ident, $($member:ident $members:ident $of:ident $fetch:ident: $Add:ident $AddBatch:ident $Remove:ident $RemoveBatch:ident)*) => { $(
        for $fetch in [false, true] {
            $to.visit($Add { $member: ID.into(), $of: ID.into(), $fetch }, &item());
            $to.visit($AddBatch { $members: vec![ID.into()], $of: ID.into(), $fetch }, &item());
            $to.visit($Remove { $member: ID.into(), $of: ID.into(), $fetch }, &item());
            $to.visit($RemoveBatch { $members: vec![ID.into()], $of: ID.into(), $fetch }, &item());
        }
    )* };
}

fn members(to: &mut impl Visitor) {
    members! { to,
        role roles group fetch_roles: AddRoleToGroup AddRoleToGroupBatch RemoveRoleFromGroup RemoveRoleFromGroupBatch
        user users group fetch_users: AddUserToGroup AddUserToGroupBatch RemoveUserFromGroup RemoveUserFromGroupBatch
        user users role fetch_users: AssignRoleToUser AssignRoleToUserBatch RevokeRoleFromUser RevokeRoleFromUserBatch
        permission permissions role fetch_permissions: AddPermissionToRole AddPermissionToRoleBatch
            RemovePermissionFromRole RemovePermissionFromRoleBatch
    }
}

fn lists(to: &mut impl Visitor) {
    for page in pages() {
        to.visit(ListGroupUsers { group: ID.into(), page }, &list(&user()));
        to.visit(ListRbacRoleUsers { role: ID.into(), page }, &list(&user()));
    }
    to.visit(ListGroupRoles { group: ID.into() }, &list(&item()));
    to.visit(ListGroupPermissions { group: ID.into() }, &list(&item()));
    to.visit(ListRbacRolePermissions { role: ID.into() }, &list(&item()));
}

fn organizations(to: &mut impl Visitor) {
    let (org, group) = (ID, USER);
    let company = json!({ "_id": ID, "nodes": [{ "_id": USER, "name": "all", "children": [], "root": true }] });
    for logo in [None, Some("https://a.cn/logo.png".to_owned())] {
        to.visit(CreateOrg { root: group.into(), logo }, &company);
    }
    to.visit(GetOrg { org: org.into() }, &company);
    to.visit(ListOrgs, &list(&company));
    to.visit(DeleteOrg { org: org.into() }, &message());
    to.visit(GetOrgRootNode { org: org.into() }, &item());
    to.visit(CheckOrgRootNode { org: org.into(), group: group.into() }, &json!(true));
    let below = ListOrgChildNodes { org: org.into(), group: group.into() };
    to.visit(below, &json!([{ "group": item(), "depth": 1 }]));
    to.visit(AddOrgNode { org: org.into(), group: group.into(), parent: ID.into() }, &company);
    to.visit(RemoveOrgNode { org: org.into(), group: group.into() }, &company);
    for (include_children_nodes, page) in [(false, None), (true, Some(Page::new(1, 5)))] {
        let query = PHONE.into();
        let search = SearchOrgNodeUsers { org: org.into(), node: group.into(), query, include_children_nodes, page };
        to.visit(search, &list(&user()));
    }
}
