//! The permissions of users.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`IsActionAllowed`] | `is_action_allowed` | `POST /api/v3/is-action-allowed` |
//! | [`GetUserPermissionList`] | `user_permission_list` | `POST /api/v3/get-user-permission-list` |

mod get_user_permission_list;
mod is_action_allowed;

pub use self::get_user_permission_list::{GetUserPermissionList, UserPermissionList, UserPermissions};
pub use self::is_action_allowed::{ActionAllowed, IsActionAllowed};
use crate::UserId;
use crate::client::methods::methods;
use crate::principal::Administrator;

methods! {
    /// # Permissions
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Checks whether a user is permitted an action on a resource. See [`IsActionAllowed`].
        @example "let allowed = client.is_action_allowed(\"5e05bbf2d51b3761d5c71070\", \"read\", \"ecs:1\")"
        fn is_action_allowed(user: impl Into<UserId>, action: impl Into<String>, resource: impl Into<String>) -> ActionAllowed = IsActionAllowed::new(user, action, resource);
        /// Lists the permissions of users. See [`GetUserPermissionList`].
        fn user_permission_list(users: impl IntoIterator<Item = impl Into<UserId>>) -> UserPermissionList = GetUserPermissionList::new(users);
    }
}
