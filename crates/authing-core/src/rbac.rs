//! Role-based access control: groups, roles and permissions of the pool (`authz` of the Web SDK).
//!
//! A permission belongs to roles, a role to groups and users, and a user to groups. So a group's permissions are those of its
//! roles, and a user's are those of the roles that the user and the user's groups have. A user reads these with
//! [`ListUserPermissions`](crate::account::ListUserPermissions), [`ListUserRoles`](crate::account::ListUserRoles) and
//! [`ListUserGroups`](crate::account::ListUserGroups).
//!
//! All of these calls are the owner's: `pool.as_owner()`. The older roles of [`management`](crate::management) (`Group` of the
//! schema) are others; because they have the shorter names, the methods for these roles say `rbac_role`.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`CreateGroup`] | `create_group` | `createGroup` |
//! | [`GetGroup`] | `group` | `group` |
//! | [`ListGroups`] | `groups` | `groupList` |
//! | [`UpdateGroup`] | `update_group` | `updateGroup` |
//! | [`DeleteGroup`] | `delete_group` | `deleteGroup` |
//! | [`DeleteGroupBatch`] | `delete_groups` | `deleteGroupBatch` |
//! | [`CreateRole`] | `create_rbac_role` | `createRole` |
//! | [`GetRole`] | `rbac_role` | `role` |
//! | [`ListRoles`] | `rbac_roles` | `roleList` |
//! | [`UpdateRole`] | `update_rbac_role` | `updateRole` |
//! | [`DeleteRole`] | `delete_rbac_role` | `deleteRole` |
//! | [`DeleteRoleBatch`] | `delete_rbac_roles` | `deleteRoleBatch` |
//! | [`CreatePermission`] | `create_permission` | `createPermission` |
//! | [`GetPermission`] | `permission` | `permission` |
//! | [`ListPermissions`] | `permissions` | `permissionList` |
//! | [`UpdatePermission`] | `update_permission` | `updatePermission` |
//! | [`DeletePermission`] | `delete_permission` | `deletePermission` |
//! | [`DeletePermissionBatch`] | `delete_permissions` | `deletePermissionBatch` |
//! | [`AddRoleToGroup`] | `add_role_to_group` | `addRoleToGroup` |
//! | [`AddRoleToGroupBatch`] | `add_roles_to_group` | `addRoleToGroupBatch` |
//! | [`RemoveRoleFromGroup`] | `remove_role_from_group` | `removeRoleFromGroup` |
//! | [`RemoveRoleFromGroupBatch`] | `remove_roles_from_group` | `removeRoleFromGroupBatch` |
//! | [`AddUserToGroup`] | `add_user_to_group` | `addUserToGroup` |
//! | [`AddUserToGroupBatch`] | `add_users_to_group` | `addUserToGroupBatch` |
//! | [`RemoveUserFromGroup`] | `remove_user_from_group` | `removeUserFromGroup` |
//! | [`RemoveUserFromGroupBatch`] | `remove_users_from_group` | `removeUserFromGroupBatch` |
//! | [`AssignRoleToUser`] | `assign_role_to_user` | `assignRoleToUser` |
//! | [`AssignRoleToUserBatch`] | `assign_role_to_users` | `assignRoleToUserBatch` |
//! | [`RevokeRoleFromUser`] | `revoke_role_from_user` | `revokeRoleFromUser` |
//! | [`RevokeRoleFromUserBatch`] | `revoke_role_from_users` | `revokeRoleFromUserBatch` |
//! | [`AddPermissionToRole`] | `add_permission_to_role` | `addPermissionToRole` |
//! | [`AddPermissionToRoleBatch`] | `add_permissions_to_role` | `addPermissionToRoleBatch` |
//! | [`RemovePermissionFromRole`] | `remove_permission_from_role` | `removePermissionFromRole` |
//! | [`RemovePermissionFromRoleBatch`] | `remove_permissions_from_role` | `removePermissionFromRoleBatch` |
//! | [`ListGroupUsers`] | `group_users` | `groupUserList` |
//! | [`ListGroupRoles`] | `group_roles` | `groupRoleList` |
//! | [`ListGroupPermissions`] | `group_permissions` | `groupPermissionList` |
//! | [`ListRoleUsers`] | `rbac_role_users` | `roleUserList` |
//! | [`ListRolePermissions`] | `rbac_role_permissions` | `rolePermissionList` |

mod add_permission_to_role;
mod add_permission_to_role_batch;
mod add_role_to_group;
mod add_role_to_group_batch;
mod add_user_to_group;
mod add_user_to_group_batch;
mod assign_role_to_user;
mod assign_role_to_user_batch;
mod create_group;
mod create_permission;
mod create_role;
mod delete_group;
mod delete_group_batch;
mod delete_permission;
mod delete_permission_batch;
mod delete_role;
mod delete_role_batch;
mod get_group;
mod get_permission;
mod get_role;
mod list_group_permissions;
mod list_group_roles;
mod list_group_users;
mod list_groups;
mod list_permissions;
mod list_role_permissions;
mod list_role_users;
mod list_roles;
mod remove_permission_from_role;
mod remove_permission_from_role_batch;
mod remove_role_from_group;
mod remove_role_from_group_batch;
mod remove_user_from_group;
mod remove_user_from_group_batch;
mod revoke_role_from_user;
mod revoke_role_from_user_batch;
mod update_group;
mod update_permission;
mod update_role;

pub use self::add_permission_to_role::AddPermissionToRole;
pub use self::add_permission_to_role_batch::AddPermissionToRoleBatch;
pub use self::add_role_to_group::AddRoleToGroup;
pub use self::add_role_to_group_batch::AddRoleToGroupBatch;
pub use self::add_user_to_group::AddUserToGroup;
pub use self::add_user_to_group_batch::AddUserToGroupBatch;
pub use self::assign_role_to_user::AssignRoleToUser;
pub use self::assign_role_to_user_batch::AssignRoleToUserBatch;
pub use self::create_group::CreateGroup;
pub use self::create_permission::CreatePermission;
pub use self::create_role::CreateRole;
pub use self::delete_group::DeleteGroup;
pub use self::delete_group_batch::DeleteGroupBatch;
pub use self::delete_permission::DeletePermission;
pub use self::delete_permission_batch::DeletePermissionBatch;
pub use self::delete_role::DeleteRole;
pub use self::delete_role_batch::DeleteRoleBatch;
pub use self::get_group::GetGroup;
pub use self::get_permission::GetPermission;
pub use self::get_role::GetRole;
pub use self::list_group_permissions::ListGroupPermissions;
pub use self::list_group_roles::ListGroupRoles;
pub use self::list_group_users::ListGroupUsers;
pub use self::list_groups::ListGroups;
pub use self::list_permissions::ListPermissions;
pub use self::list_role_permissions::ListRolePermissions;
pub use self::list_role_users::ListRoleUsers;
pub use self::list_roles::ListRoles;
pub use self::remove_permission_from_role::RemovePermissionFromRole;
pub use self::remove_permission_from_role_batch::RemovePermissionFromRoleBatch;
pub use self::remove_role_from_group::RemoveRoleFromGroup;
pub use self::remove_role_from_group_batch::RemoveRoleFromGroupBatch;
pub use self::remove_user_from_group::RemoveUserFromGroup;
pub use self::remove_user_from_group_batch::RemoveUserFromGroupBatch;
pub use self::revoke_role_from_user::RevokeRoleFromUser;
pub use self::revoke_role_from_user_batch::RevokeRoleFromUserBatch;
pub use self::update_group::UpdateGroup;
pub use self::update_permission::UpdatePermission;
pub use self::update_role::UpdateRole;
use crate::client::methods::methods;
use crate::principal::Owner;
use crate::types::{CommonMessage, Group, List, Permission, RbacRole, SortedPage, User};
use crate::{GroupId, PermissionId, RbacRoleId, UserId};

methods! {
    /// # Groups, roles and permissions: the owner's
    impl [] Owner as Owner {
        /// Creates a group: see [`CreateGroup`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the name is empty; nothing is sent.
        fn create_group(name: impl Into<String>, description: impl Into<String>) -> Group = CreateGroup { name: name.into(), description: Some(description.into()) };
        /// Reads a group: see [`GetGroup`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn group(group: impl Into<GroupId>) -> Group = GetGroup { group: group.into() };
        /// Lists the pool's groups, a page at a time: see [`ListGroups`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the page is 0; nothing is sent.
        fn groups(page: impl Into<SortedPage>) -> List<Group> = ListGroups { page: page.into() };
        /// Changes a group: see [`UpdateGroup`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn update_group(update: UpdateGroup) -> Group = update;
        /// Deletes a group: see [`DeleteGroup`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn delete_group(group: impl Into<GroupId>) -> CommonMessage = DeleteGroup { group: group.into() };
        /// Deletes several groups: see [`DeleteGroupBatch`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        fn delete_groups(groups: impl IntoIterator<Item = impl Into<GroupId>>) -> CommonMessage = DeleteGroupBatch { groups: groups.into_iter().map(Into::into).collect() };
        /// Creates a role: see [`CreateRole`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the name is empty; nothing is sent.
        fn create_rbac_role(name: impl Into<String>, description: impl Into<String>) -> RbacRole = CreateRole { name: name.into(), description: Some(description.into()) };
        /// Reads a role: see [`GetRole`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn rbac_role(role: impl Into<RbacRoleId>) -> RbacRole = GetRole { role: role.into() };
        /// Lists the pool's roles, a page at a time: see [`ListRoles`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the page is 0; nothing is sent.
        fn rbac_roles(page: impl Into<SortedPage>) -> List<RbacRole> = ListRoles { page: page.into() };
        /// Changes a role: see [`UpdateRole`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn update_rbac_role(update: UpdateRole) -> RbacRole = update;
        /// Deletes a role: see [`DeleteRole`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn delete_rbac_role(role: impl Into<RbacRoleId>) -> CommonMessage = DeleteRole { role: role.into() };
        /// Deletes several roles: see [`DeleteRoleBatch`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        fn delete_rbac_roles(roles: impl IntoIterator<Item = impl Into<RbacRoleId>>) -> CommonMessage = DeleteRoleBatch { roles: roles.into_iter().map(Into::into).collect() };
        /// Creates a permission: see [`CreatePermission`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the name is empty; nothing is sent.
        fn create_permission(name: impl Into<String>, description: impl Into<String>) -> Permission = CreatePermission { name: name.into(), description: Some(description.into()) };
        /// Reads a permission: see [`GetPermission`].
        ///
        /// # Errors
        ///
        /// * The code 3905 if there is no such permission.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn permission(permission: impl Into<PermissionId>) -> Permission = GetPermission { permission: permission.into() };
        /// Lists the pool's permissions, a page at a time: see [`ListPermissions`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the page is 0; nothing is sent.
        fn permissions(page: impl Into<SortedPage>) -> List<Permission> = ListPermissions { page: page.into() };
        /// Changes a permission: see [`UpdatePermission`].
        ///
        /// # Errors
        ///
        /// * The code 3905 if there is no such permission.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn update_permission(update: UpdatePermission) -> Permission = update;
        /// Deletes a permission: see [`DeletePermission`].
        ///
        /// # Errors
        ///
        /// * The code 3905 if there is no such permission.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn delete_permission(permission: impl Into<PermissionId>) -> CommonMessage = DeletePermission { permission: permission.into() };
        /// Deletes several permissions: see [`DeletePermissionBatch`].
        ///
        /// # Errors
        ///
        /// * The code 3905 if there is no such permission.
        fn delete_permissions(permissions: impl IntoIterator<Item = impl Into<PermissionId>>) -> CommonMessage = DeletePermissionBatch { permissions: permissions.into_iter().map(Into::into).collect() };
        /// Adds a role to a group: see [`AddRoleToGroup`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn add_role_to_group(role: impl Into<RbacRoleId>, group: impl Into<GroupId>) -> Group = AddRoleToGroup { role: role.into(), group: group.into(), fetch_roles: false };
        /// Adds roles to a group: see [`AddRoleToGroupBatch`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn add_roles_to_group(roles: impl IntoIterator<Item = impl Into<RbacRoleId>>, group: impl Into<GroupId>) -> Group = AddRoleToGroupBatch { roles: roles.into_iter().map(Into::into).collect(), group: group.into(), fetch_roles: false };
        /// Removes a role from a group: see [`RemoveRoleFromGroup`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn remove_role_from_group(role: impl Into<RbacRoleId>, group: impl Into<GroupId>) -> Group = RemoveRoleFromGroup { role: role.into(), group: group.into(), fetch_roles: false };
        /// Removes roles from a group: see [`RemoveRoleFromGroupBatch`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn remove_roles_from_group(roles: impl IntoIterator<Item = impl Into<RbacRoleId>>, group: impl Into<GroupId>) -> Group = RemoveRoleFromGroupBatch { roles: roles.into_iter().map(Into::into).collect(), group: group.into(), fetch_roles: false };
        /// Adds a user to a group: see [`AddUserToGroup`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn add_user_to_group(user: impl Into<UserId>, group: impl Into<GroupId>) -> Group = AddUserToGroup { user: user.into(), group: group.into(), fetch_users: false };
        /// Adds users to a group: see [`AddUserToGroupBatch`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn add_users_to_group(users: impl IntoIterator<Item = impl Into<UserId>>, group: impl Into<GroupId>) -> Group = AddUserToGroupBatch { users: users.into_iter().map(Into::into).collect(), group: group.into(), fetch_users: false };
        /// Removes a user from a group: see [`RemoveUserFromGroup`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn remove_user_from_group(user: impl Into<UserId>, group: impl Into<GroupId>) -> Group = RemoveUserFromGroup { user: user.into(), group: group.into(), fetch_users: false };
        /// Removes users from a group: see [`RemoveUserFromGroupBatch`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn remove_users_from_group(users: impl IntoIterator<Item = impl Into<UserId>>, group: impl Into<GroupId>) -> Group = RemoveUserFromGroupBatch { users: users.into_iter().map(Into::into).collect(), group: group.into(), fetch_users: false };
        /// Assigns a role to a user: see [`AssignRoleToUser`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn assign_role_to_user(role: impl Into<RbacRoleId>, user: impl Into<UserId>) -> RbacRole = AssignRoleToUser { user: user.into(), role: role.into(), fetch_users: false };
        /// Assigns a role to several users: see [`AssignRoleToUserBatch`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn assign_role_to_users(role: impl Into<RbacRoleId>, users: impl IntoIterator<Item = impl Into<UserId>>) -> RbacRole = AssignRoleToUserBatch { users: users.into_iter().map(Into::into).collect(), role: role.into(), fetch_users: false };
        /// Revokes a role from a user: see [`RevokeRoleFromUser`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn revoke_role_from_user(role: impl Into<RbacRoleId>, user: impl Into<UserId>) -> RbacRole = RevokeRoleFromUser { user: user.into(), role: role.into(), fetch_users: false };
        /// Revokes a role from several users: see [`RevokeRoleFromUserBatch`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn revoke_role_from_users(role: impl Into<RbacRoleId>, users: impl IntoIterator<Item = impl Into<UserId>>) -> RbacRole = RevokeRoleFromUserBatch { users: users.into_iter().map(Into::into).collect(), role: role.into(), fetch_users: false };
        /// Adds a permission to a role: see [`AddPermissionToRole`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * The code 3905 if there is no such permission.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn add_permission_to_role(permission: impl Into<PermissionId>, role: impl Into<RbacRoleId>) -> RbacRole = AddPermissionToRole { permission: permission.into(), role: role.into(), fetch_permissions: false };
        /// Adds permissions to a role: see [`AddPermissionToRoleBatch`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * The code 3905 if there is no such permission.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn add_permissions_to_role(permissions: impl IntoIterator<Item = impl Into<PermissionId>>, role: impl Into<RbacRoleId>) -> RbacRole = AddPermissionToRoleBatch { permissions: permissions.into_iter().map(Into::into).collect(), role: role.into(), fetch_permissions: false };
        /// Removes a permission from a role: see [`RemovePermissionFromRole`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * The code 3905 if there is no such permission.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn remove_permission_from_role(permission: impl Into<PermissionId>, role: impl Into<RbacRoleId>) -> RbacRole = RemovePermissionFromRole { permission: permission.into(), role: role.into(), fetch_permissions: false };
        /// Removes permissions from a role: see [`RemovePermissionFromRoleBatch`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * The code 3905 if there is no such permission.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn remove_permissions_from_role(permissions: impl IntoIterator<Item = impl Into<PermissionId>>, role: impl Into<RbacRoleId>) -> RbacRole = RemovePermissionFromRoleBatch { permissions: permissions.into_iter().map(Into::into).collect(), role: role.into(), fetch_permissions: false };
        /// Lists the users of a group, a page at a time: see [`ListGroupUsers`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty or the page is 0; nothing is
        ///   sent.
        fn group_users(group: impl Into<GroupId>, page: impl Into<SortedPage>) -> List<User> = ListGroupUsers { group: group.into(), page: page.into() };
        /// Lists the roles of a group: see [`ListGroupRoles`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn group_roles(group: impl Into<GroupId>) -> List<RbacRole> = ListGroupRoles { group: group.into() };
        /// Lists the permissions of a group: those of its roles: see [`ListGroupPermissions`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn group_permissions(group: impl Into<GroupId>) -> List<Permission> = ListGroupPermissions { group: group.into() };
        /// Lists the users to whom a role is assigned, a page at a time: see [`ListRoleUsers`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty or the page is 0; nothing is
        ///   sent.
        fn rbac_role_users(role: impl Into<RbacRoleId>, page: impl Into<SortedPage>) -> List<User> = ListRoleUsers { role: role.into(), page: page.into() };
        /// Lists the permissions of a role: see [`ListRolePermissions`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn rbac_role_permissions(role: impl Into<RbacRoleId>) -> List<Permission> = ListRolePermissions { role: role.into() };
    }
}
