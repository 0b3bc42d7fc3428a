//! The management of a pool: users, roles and tokens.
//!
//! These operations need the pool's secret ([`Config::with_secret`](crate::Config::with_secret)). Keep it on a server. The client
//! fetches the owner's token before the first such operation.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`GetOwnerToken`] | (called by the client) | `new Authing({secret})` |
//! | [`ListUsers`] | `users`, `all_users` | `list` |
//! | [`SearchUsers`] | `search_users` | `search` |
//! | [`GetUsersByIds`] | `users_by_ids` | `userPatch` |
//! | [`CreateUser`] | `create_user` | `register` |
//! | [`RemoveUsers`] | `remove_users` | `remove` |
//! | [`RefreshUserToken`] | `refresh_user_token` | `refreshToken` |
//! | [`RefreshThirdPartyToken`] | `refresh_third_party_token` | `refreshThirdPartyToken` |
//! | [`CreateRole`], [`ListRoles`] | `create_role`, `roles` | `createRole`, `queryRoles` |
//! | [`UpdateRolePermissions`] | `update_role_permissions` | `updateRolePermissions` |
//! | [`AssignRole`], [`RemoveRole`] | `assign_role`, `remove_role` | `assignUserToRole`, `removeUserFromRole` |
//! | [`ListUsersByRole`] | `users_by_role` | `getUsersByRole` |
//! | [`ListUserPermissionsByRole`] | `user_permissions_by_role` | `queryPermissions` |
//! | [`SendActivationEmail`] | `send_activation_email` | `sendActivationEmail` |

mod assign_role;
mod create_role;
mod create_user;
mod get_owner_token;
mod get_users_by_ids;
mod list_roles;
mod list_user_permissions_by_role;
mod list_users;
mod list_users_by_role;
mod refresh_third_party_token;
mod refresh_user_token;
mod remove_role;
mod remove_users;
mod search_users;
mod send_activation_email;
mod update_role_permissions;

pub use self::assign_role::AssignRole;
pub use self::create_role::CreateRole;
pub use self::create_user::CreateUser;
pub use self::get_owner_token::{GetOwnerToken, OwnerTokenResponse};
pub use self::get_users_by_ids::GetUsersByIds;
pub use self::list_roles::ListRoles;
pub use self::list_user_permissions_by_role::ListUserPermissionsByRole;
pub use self::list_users::ListUsers;
pub use self::list_users_by_role::ListUsersByRole;
pub use self::refresh_third_party_token::{RefreshThirdPartyToken, ThirdPartyTokens};
pub use self::refresh_user_token::{RefreshUserToken, UserTokenResponse};
pub use self::remove_role::RemoveRole;
pub use self::remove_users::RemoveUsers;
pub use self::search_users::SearchUsers;
pub use self::send_activation_email::SendActivationEmail;
pub use self::update_role_permissions::UpdateRolePermissions;
use crate::account::Register;
use crate::client::methods::methods;
use crate::principal::{Owner, Principal};
use crate::types::{CommonMessage, List, Page, Reference, Role, RoleMember, RolePermissions, User};
use crate::{PersonalData, RoleId, UserId};

methods! {
    /// # Management
    impl [P: Principal] P as Visitor {
        /// Lists the users who have a role: see [`ListUsersByRole`].
        fn users_by_role(role: impl Into<RoleId>, page: Page) -> List<RoleMember> = ListUsersByRole { role: role.into(), page };
        /// Sends a mail that activates an account: see [`SendActivationEmail`].
        fn send_activation_email(email: impl Into<String>) -> CommonMessage = SendActivationEmail { email: email.into() };
    }
}

methods! {
    /// # Management: the owner's
    impl [] Owner as Owner {
        /// Lists the pool's users, a page at a time: see [`ListUsers`].
        fn users(page: Page) -> List<User> = ListUsers { page };
        /// Searches the pool for users, in every field: see [`SearchUsers`].
        fn search_users(value: impl Into<PersonalData>) -> List<User> = SearchUsers::in_all_fields(value);
        /// Reads several users at once: see [`GetUsersByIds`].
        fn users_by_ids(ids: impl IntoIterator<Item = impl Into<UserId>>) -> List<User> = GetUsersByIds { ids: ids.into_iter().map(Into::into).collect() };
        /// Removes users, permanently: see [`RemoveUsers`].
        fn remove_users(ids: impl IntoIterator<Item = impl Into<UserId>>) -> Vec<Reference> = RemoveUsers { ids: ids.into_iter().map(Into::into).collect(), operator: None };
        /// Makes a user, as the pool's owner: see [`CreateUser`].
        fn create_user(register: Register) -> User = CreateUser(register);
        /// Makes a new token for a user: see [`RefreshUserToken`].
        fn refresh_user_token(user: impl Into<UserId>) -> UserTokenResponse = RefreshUserToken { user: user.into() };
        /// Refreshes a user's tokens of a third party: see [`RefreshThirdPartyToken`].
        fn refresh_third_party_token(user: impl Into<UserId>) -> ThirdPartyTokens = RefreshThirdPartyToken { user: user.into() };
        /// Makes a role: see [`CreateRole`].
        fn create_role(name: impl Into<String>, descriptions: impl Into<String>) -> Role = CreateRole { name: name.into(), descriptions: Some(descriptions.into()) };
        /// Changes what a role permits: see [`UpdateRolePermissions`].
        fn update_role_permissions(role: impl Into<RoleId>, name: impl Into<String>, permissions: impl Into<String>) -> Role = UpdateRolePermissions { role: role.into(), name: name.into(), permissions: permissions.into() };
        /// Lists the pool's roles: see [`ListRoles`].
        fn roles(page: Page) -> List<Role> = ListRoles { page };
        /// Gives a role to a user, and lists the role's members: see [`AssignRole`].
        fn assign_role(user: impl Into<UserId>, role: impl Into<RoleId>) -> List<RoleMember> = AssignRole { user: user.into(), role: role.into() };
        /// Takes a role from a user: see [`RemoveRole`].
        fn remove_role(user: impl Into<UserId>, role: impl Into<RoleId>) -> Option<RoleMember> = RemoveRole { user: user.into(), role: role.into() };
        /// Lists the roles that a user was given, with what they permit: see [`ListUserPermissionsByRole`].
        fn user_permissions_by_role(user: impl Into<UserId>) -> List<RolePermissions> = ListUserPermissionsByRole { user: user.into() };
    }
}
