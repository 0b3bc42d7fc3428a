//! The roles of a pool.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`GetRole`] | `role` | `GET /api/v3/get-role` |
//! | [`ListRoles`] | `list_roles` | `GET /api/v3/list-roles` |
//! | [`CreateRole`] | `create_role` | `POST /api/v3/create-role` |
//! | [`UpdateRole`] | `update_role` | `POST /api/v3/update-role` |
//! | [`ListRoleMembers`] | `list_role_members` | `GET /api/v3/list-role-members` |
//! | [`DeleteRolesBatch`] | `delete_roles_batch` | `POST /api/v3/delete-roles-batch` |
//! | [`AssignRole`] | `assign_role` | `POST /api/v3/assign-role` |
//! | [`RevokeRole`] | `revoke_role` | `POST /api/v3/revoke-role` |

mod assign_role;
mod create_role;
mod delete_roles_batch;
mod get_role;
mod list_role_members;
mod list_roles;
mod revoke_role;
mod update_role;

pub use self::assign_role::AssignRole;
pub use self::create_role::CreateRole;
pub use self::delete_roles_batch::DeleteRolesBatch;
pub use self::get_role::GetRole;
pub use self::list_role_members::ListRoleMembers;
pub use self::list_roles::ListRoles;
pub use self::revoke_role::RevokeRole;
pub use self::update_role::UpdateRole;
use crate::client::methods::methods;
use crate::principal::Administrator;
use crate::types::{List, Page};
use crate::v3::management::batch_methods;
use crate::v3::types::{Role, Target, User};

methods! {
    /// # Roles
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Reads a role of the default namespace. See [`GetRole`].
        fn role(code: impl Into<String>) -> Role = GetRole::new(code);
        /// Lists the roles, a page at a time. See [`ListRoles`].
        fn list_roles(page: Page) -> List<Role> = ListRoles { page, ..ListRoles::default() };
        /// Creates a role. See [`CreateRole`].
        @example "let role = client.create_role(authing_core::v3::management::CreateRole::new(\"admin\"))"
        fn create_role(role: CreateRole) -> Role = role;
        /// Changes a role. See [`UpdateRole`].
        fn update_role(role: UpdateRole) -> () = role;
        /// Lists the users who have a role, a page at a time. See [`ListRoleMembers`].
        fn list_role_members(code: impl Into<String>, page: Page) -> List<User> = ListRoleMembers { page, ..ListRoleMembers::new(code) };
    }
}

batch_methods! {
    /// # Roles: in batches of 50
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Deletes roles of the default namespace. See [`DeleteRolesBatch`].
        fn delete_roles_batch(codes: impl IntoIterator<Item = impl Into<String>>) -> () = DeleteRolesBatch::new(codes);
        /// Assigns a role of the default namespace to users, groups or departments. See [`AssignRole`].
        @example "client.assign_role(\"admin\", [authing_core::v3::types::Target::user(\"5e05bbf2d51b3761d5c71070\")])"
        fn assign_role(code: impl Into<String>, targets: impl IntoIterator<Item = Target>) -> () = AssignRole::new(targets, code);
        /// Revokes a role of the default namespace from users, groups or departments. See [`RevokeRole`].
        fn revoke_role(code: impl Into<String>, targets: impl IntoIterator<Item = Target>) -> () = RevokeRole::new(targets, code);
    }
}
