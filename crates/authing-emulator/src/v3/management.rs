//! The administrator's calls.

use authing_core::v3::management::{
    AddDepartmentMembers, AddGroupMembers, AssignRole, CheckSessionStatus, CreateGroup, CreateRole, CreateUser,
    CreateUsersBatch, DeleteRolesBatch, DeleteUsersBatch, GetCustomData, GetManagementToken, GetRole, GetUser,
    GetUserAuthorizedResources, GetUserBatch, GetUserDepartments, GetUserGroups, GetUserIdentities,
    GetUserLoginHistory, GetUserPermissionList, GetUserRoles, HasAnyRole, IsActionAllowed, IsUserExists, KickUsers,
    LinkIdentity, ListChildrenDepartments, ListDepartmentMembers, ListGroupMembers, ListGroups, ListOrganizations,
    ListRoleMembers, ListRoles, ListUsers, RemoveDepartmentMembers, RemoveGroupMembers, RevokeRole, SetCustomData,
    UpdateRole, UpdateUser,
};

use super::builders::{administrator, open};
use super::call::{Call, named, of};
use crate::service::v3::{
    access_key, custom_data, department_members, departments, groups, identities, organizations, resources, rights,
    roles, sessions, user_changes, user_relations, users,
};

pub(super) fn calls() -> Vec<Call> {
    [user_calls(), role_calls(), group_calls(), department_calls(), rights_calls()].into_iter().flatten().collect()
}

fn user_calls() -> Vec<Call> {
    vec![
        open(of::<GetManagementToken>(), access_key::token),
        administrator(of::<ListUsers>(), users::list),
        administrator(of::<GetUser>(), users::get),
        administrator(of::<GetUserBatch>(), users::get_batch),
        administrator(of::<CreateUser>(), user_changes::create),
        administrator(of::<CreateUsersBatch>(), user_changes::create_batch),
        administrator(of::<UpdateUser>(), user_changes::update),
        administrator(of::<DeleteUsersBatch>(), user_changes::delete_batch),
        administrator(of::<IsUserExists>(), users::exists),
        administrator(of::<GetUserIdentities>(), user_relations::identities_of),
        administrator(of::<LinkIdentity>(), identities::link),
        administrator(of::<GetUserRoles>(), user_relations::roles_of),
        administrator(of::<GetUserGroups>(), user_relations::groups_of),
        administrator(of::<GetUserDepartments>(), user_relations::departments_of),
        administrator(of::<GetUserLoginHistory>(), user_relations::login_history),
        administrator(of::<GetUserAuthorizedResources>(), user_relations::authorized_resources),
        administrator(of::<HasAnyRole>(), user_relations::has_any_role),
        administrator(of::<KickUsers>(), sessions::kick),
        administrator(of::<CheckSessionStatus>(), sessions::check),
        administrator(of::<SetCustomData>(), custom_data::set),
        administrator(of::<GetCustomData>(), custom_data::get),
    ]
}

fn role_calls() -> Vec<Call> {
    vec![
        administrator(of::<GetRole>(), roles::get),
        administrator(of::<ListRoles>(), roles::list),
        administrator(of::<CreateRole>(), roles::create),
        administrator(of::<UpdateRole>(), roles::update),
        administrator(of::<DeleteRolesBatch>(), roles::delete_batch),
        administrator(of::<AssignRole>(), roles::assign),
        administrator(of::<RevokeRole>(), roles::revoke),
        administrator(of::<ListRoleMembers>(), roles::members),
    ]
}

fn group_calls() -> Vec<Call> {
    vec![
        administrator(named("getGroup"), groups::get),
        administrator(of::<ListGroups>(), groups::list),
        administrator(of::<CreateGroup>(), groups::create),
        administrator(named("deleteGroupsBatch"), groups::delete_batch),
        administrator(of::<AddGroupMembers>(), groups::add_members),
        administrator(of::<RemoveGroupMembers>(), groups::remove_members),
        administrator(of::<ListGroupMembers>(), groups::members),
    ]
}

fn department_calls() -> Vec<Call> {
    vec![
        administrator(of::<ListOrganizations>(), organizations::list),
        administrator(named("createOrganization"), organizations::create),
        administrator(named("deleteOrganization"), organizations::delete),
        administrator(named("getDepartment"), departments::get),
        administrator(named("createDepartment"), departments::create),
        administrator(named("deleteDepartment"), departments::delete),
        administrator(of::<ListChildrenDepartments>(), departments::children),
        administrator(of::<ListDepartmentMembers>(), department_members::list),
        administrator(of::<AddDepartmentMembers>(), department_members::add),
        administrator(of::<RemoveDepartmentMembers>(), department_members::remove),
    ]
}

fn rights_calls() -> Vec<Call> {
    vec![
        administrator(named("createResource"), resources::create),
        administrator(named("authorizeResources"), resources::authorize),
        administrator(of::<IsActionAllowed>(), rights::is_action_allowed),
        administrator(of::<GetUserPermissionList>(), rights::permission_list),
    ]
}
