//! The roles of role-based access control (`RBACRole` of the schema).
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`CreateRbacRole`] | `create_rbac_role` | `createRole` |
//! | [`GetRbacRole`] | `rbac_role` | `role` |
//! | [`ListRbacRoles`] | `rbac_roles` | `roleList` |
//! | [`UpdateRbacRole`] | `update_rbac_role` | `updateRole` |
//! | [`DeleteRbacRole`] | `delete_rbac_role` | `deleteRole` |
//! | [`DeleteRbacRoleBatch`] | `delete_rbac_roles` | `deleteRoleBatch` |
//! | [`ListRbacRoleUsers`] | `rbac_role_users` | `roleUserList` |
//! | [`ListRbacRolePermissions`] | `rbac_role_permissions` | `rolePermissionList` |

mod create_rbac_role;
mod delete_rbac_role;
mod delete_rbac_role_batch;
mod get_rbac_role;
mod list_rbac_role_permissions;
mod list_rbac_role_users;
mod list_rbac_roles;
mod update_rbac_role;

pub use self::create_rbac_role::CreateRbacRole;
pub use self::delete_rbac_role::DeleteRbacRole;
pub use self::delete_rbac_role_batch::DeleteRbacRoleBatch;
pub use self::get_rbac_role::GetRbacRole;
pub use self::list_rbac_role_permissions::ListRbacRolePermissions;
pub use self::list_rbac_role_users::ListRbacRoleUsers;
pub use self::list_rbac_roles::ListRbacRoles;
pub use self::update_rbac_role::UpdateRbacRole;
use crate::RbacRoleId;
use crate::client::methods::methods;
use crate::principal::Owner;
use crate::types::{CommonMessage, List, Permission, RbacRole, SortedPage, User};

methods! {
    /// # Roles of groups and users: the owner's
    impl [] Owner as Owner {
        /// Creates a role: see [`CreateRbacRole`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the name is empty; nothing is sent.
        fn create_rbac_role(name: impl Into<String>, description: impl Into<String>) -> RbacRole = CreateRbacRole { name: name.into(), description: Some(description.into()) };
        /// Reads a role: see [`GetRbacRole`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn rbac_role(role: impl Into<RbacRoleId>) -> RbacRole = GetRbacRole { role: role.into() };
        /// Lists the pool's roles, a page at a time: see [`ListRbacRoles`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the page is 0; nothing is sent.
        fn rbac_roles(page: impl Into<SortedPage>) -> List<RbacRole> = ListRbacRoles { page: page.into() };
        /// Changes a role: see [`UpdateRbacRole`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn update_rbac_role(update: UpdateRbacRole) -> RbacRole = update;
        /// Deletes a role: see [`DeleteRbacRole`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn delete_rbac_role(role: impl Into<RbacRoleId>) -> CommonMessage = DeleteRbacRole { role: role.into() };
        /// Deletes several roles: see [`DeleteRbacRoleBatch`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        fn delete_rbac_roles(roles: impl IntoIterator<Item = impl Into<RbacRoleId>>) -> CommonMessage = DeleteRbacRoleBatch { roles: roles.into_iter().map(Into::into).collect() };
        /// Lists the users to whom a role is assigned, a page at a time: see [`ListRbacRoleUsers`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty or the page is 0; nothing is
        ///   sent.
        fn rbac_role_users(role: impl Into<RbacRoleId>, page: impl Into<SortedPage>) -> List<User> = ListRbacRoleUsers { role: role.into(), page: page.into() };
        /// Lists the permissions of a role: see [`ListRbacRolePermissions`].
        ///
        /// # Errors
        ///
        /// * The code 3903 if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn rbac_role_permissions(role: impl Into<RbacRoleId>) -> List<Permission> = ListRbacRolePermissions { role: role.into() };
    }
}
