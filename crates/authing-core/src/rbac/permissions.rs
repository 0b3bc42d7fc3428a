//! The permissions of role-based access control.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`CreatePermission`] | `create_permission` | `createPermission` |
//! | [`GetPermission`] | `permission` | `permission` |
//! | [`ListPermissions`] | `permissions` | `permissionList` |
//! | [`UpdatePermission`] | `update_permission` | `updatePermission` |
//! | [`DeletePermission`] | `delete_permission` | `deletePermission` |
//! | [`DeletePermissionBatch`] | `delete_permissions` | `deletePermissionBatch` |

mod create_permission;
mod delete_permission;
mod delete_permission_batch;
mod get_permission;
mod list_permissions;
mod update_permission;

pub use self::create_permission::CreatePermission;
pub use self::delete_permission::DeletePermission;
pub use self::delete_permission_batch::DeletePermissionBatch;
pub use self::get_permission::GetPermission;
pub use self::list_permissions::ListPermissions;
pub use self::update_permission::UpdatePermission;
use crate::PermissionId;
use crate::client::methods::methods;
use crate::principal::Owner;
use crate::types::{CommonMessage, List, Permission, SortedPage};

methods! {
    /// # Permissions: the owner's
    impl [] Owner as Owner {
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
    }
}
