//! Who has what: the roles and users of groups, the roles of users, the permissions of roles.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
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

mod add_permission_to_role;
mod add_permission_to_role_batch;
mod add_role_to_group;
mod add_role_to_group_batch;
mod add_user_to_group;
mod add_user_to_group_batch;
mod assign_role_to_user;
mod assign_role_to_user_batch;
mod remove_permission_from_role;
mod remove_permission_from_role_batch;
mod remove_role_from_group;
mod remove_role_from_group_batch;
mod remove_user_from_group;
mod remove_user_from_group_batch;
mod revoke_role_from_user;
mod revoke_role_from_user_batch;

pub use self::add_permission_to_role::AddPermissionToRole;
pub use self::add_permission_to_role_batch::AddPermissionToRoleBatch;
pub use self::add_role_to_group::AddRoleToGroup;
pub use self::add_role_to_group_batch::AddRoleToGroupBatch;
pub use self::add_user_to_group::AddUserToGroup;
pub use self::add_user_to_group_batch::AddUserToGroupBatch;
pub use self::assign_role_to_user::AssignRoleToUser;
pub use self::assign_role_to_user_batch::AssignRoleToUserBatch;
pub use self::remove_permission_from_role::RemovePermissionFromRole;
pub use self::remove_permission_from_role_batch::RemovePermissionFromRoleBatch;
pub use self::remove_role_from_group::RemoveRoleFromGroup;
pub use self::remove_role_from_group_batch::RemoveRoleFromGroupBatch;
pub use self::remove_user_from_group::RemoveUserFromGroup;
pub use self::remove_user_from_group_batch::RemoveUserFromGroupBatch;
pub use self::revoke_role_from_user::RevokeRoleFromUser;
pub use self::revoke_role_from_user_batch::RevokeRoleFromUserBatch;
use crate::client::methods::methods;
use crate::principal::Owner;
use crate::types::{Group, RbacRole};
use crate::{GroupId, PermissionId, RbacRoleId, UserId};

methods! {
    /// # Members of groups and roles: the owner's
    impl [] Owner as Owner {
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
    }
}
