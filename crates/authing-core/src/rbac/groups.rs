//! The groups of role-based access control.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`CreateGroup`] | `create_group` | `createGroup` |
//! | [`GetGroup`] | `group` | `group` |
//! | [`ListGroups`] | `groups` | `groupList` |
//! | [`UpdateGroup`] | `update_group` | `updateGroup` |
//! | [`DeleteGroup`] | `delete_group` | `deleteGroup` |
//! | [`DeleteGroupBatch`] | `delete_groups` | `deleteGroupBatch` |
//! | [`ListGroupUsers`] | `group_users` | `groupUserList` |
//! | [`ListGroupRoles`] | `group_roles` | `groupRoleList` |
//! | [`ListGroupPermissions`] | `group_permissions` | `groupPermissionList` |

mod create_group;
mod delete_group;
mod delete_group_batch;
mod get_group;
mod list_group_permissions;
mod list_group_roles;
mod list_group_users;
mod list_groups;
mod update_group;

pub use self::create_group::CreateGroup;
pub use self::delete_group::DeleteGroup;
pub use self::delete_group_batch::DeleteGroupBatch;
pub use self::get_group::GetGroup;
pub use self::list_group_permissions::ListGroupPermissions;
pub use self::list_group_roles::ListGroupRoles;
pub use self::list_group_users::ListGroupUsers;
pub use self::list_groups::ListGroups;
pub use self::update_group::UpdateGroup;
use crate::GroupId;
use crate::client::methods::methods;
use crate::principal::Owner;
use crate::types::{CommonMessage, Group, List, Permission, RbacRole, SortedPage, User};

methods! {
    /// # Groups: the owner's
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
    }
}
