//! The groups of a pool.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`ListGroups`] | `list_groups` | `GET /api/v3/list-groups` |
//! | [`CreateGroup`] | `create_group` | `POST /api/v3/create-group` |
//! | [`ListGroupMembers`] | `list_group_members` | `GET /api/v3/list-group-members` |
//! | [`AddGroupMembers`] | `add_group_members` | `POST /api/v3/add-group-members` |
//! | [`RemoveGroupMembers`] | `remove_group_members` | `POST /api/v3/remove-group-members` |

mod add_group_members;
mod create_group;
mod list_group_members;
mod list_groups;
mod remove_group_members;

pub use self::add_group_members::AddGroupMembers;
pub use self::create_group::CreateGroup;
pub use self::list_group_members::ListGroupMembers;
pub use self::list_groups::ListGroups;
pub use self::remove_group_members::RemoveGroupMembers;
use crate::UserId;
use crate::client::methods::methods;
use crate::principal::Administrator;
use crate::types::{List, Page};
use crate::v3::management::batch_methods;
use crate::v3::types::{Group, User};

methods! {
    /// # Groups
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Lists the groups, a page at a time. See [`ListGroups`].
        fn list_groups(page: Page) -> List<Group> = ListGroups { page, ..ListGroups::default() };
        /// Creates a group. See [`CreateGroup`].
        @example "let group = client.create_group(authing_core::v3::management::CreateGroup::new(\"static\", \"engineers\", \"Engineers\", \"Who builds\"))"
        fn create_group(group: CreateGroup) -> Group = group;
        /// Lists the users of a group, a page at a time. See [`ListGroupMembers`].
        fn list_group_members(code: impl Into<String>, page: Page) -> List<User> = ListGroupMembers { page, ..ListGroupMembers::new(code) };
    }
}

batch_methods! {
    /// # Groups: in batches of 50
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Adds users to a group. See [`AddGroupMembers`].
        fn add_group_members(code: impl Into<String>, users: impl IntoIterator<Item = impl Into<UserId>>) -> () = AddGroupMembers::new(users, code);
        /// Removes users from a group. See [`RemoveGroupMembers`].
        fn remove_group_members(code: impl Into<String>, users: impl IntoIterator<Item = impl Into<UserId>>) -> () = RemoveGroupMembers::new(users, code);
    }
}
