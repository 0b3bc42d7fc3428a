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
    /// # Management: members of a role, and activation
    impl [P: Principal] P as Visitor {
        /// Lists the users who have a role: see [`ListUsersByRole`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such role.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the page is 0; nothing is sent.
        fn users_by_role(role: impl Into<RoleId>, page: Page) -> List<RoleMember> = ListUsersByRole { role: role.into(), page };
        /// Sends an email with a link that activates an account: see [`SendActivationEmail`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if no user has the email address.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::MAIL_FAILED`](crate::ErrorCode::MAIL_FAILED) if the mail was not sent.
        fn send_activation_email(email: impl Into<String>) -> CommonMessage = SendActivationEmail { email: email.into() };
    }
}

methods! {
    /// # Management: users
    impl [] Owner as Owner {
        /// Lists one page of the pool's users: see [`ListUsers`]. [`all_users`](Self::all_users) lists all of them.
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the page is 0; nothing is sent.
        @example "let users = client.users(authing_core::types::Page::new(1, 50))"
        fn users(page: Page) -> List<User> = ListUsers::new(page);
        /// Searches all fields of the users, and returns the first ten matches: see [`SearchUsers`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::MALFORMED_SEARCH`](crate::ErrorCode::MALFORMED_SEARCH) if the text is malformed.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the text is empty; nothing is sent.
        fn search_users(value: impl Into<PersonalData>) -> List<User> = SearchUsers::in_all_fields(value);
        /// Reads several users with one request: see [`GetUsersByIds`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::TOO_MANY_IDS`](crate::ErrorCode::TOO_MANY_IDS) for more than 80 ids.
        fn users_by_ids(ids: impl IntoIterator<Item = impl Into<UserId>>) -> List<User> = GetUsersByIds { ids: ids.into_iter().map(Into::into).collect() };
        /// Removes users, permanently: see [`RemoveUsers`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::DELETE_FAILED`](crate::ErrorCode::DELETE_FAILED) if none of the users exists.
        /// * [`ErrorCode::ROOT_UNDELETABLE`](crate::ErrorCode::ROOT_UNDELETABLE) for the root user.
        fn remove_users(ids: impl IntoIterator<Item = impl Into<UserId>>) -> Vec<Reference> = RemoveUsers { ids: ids.into_iter().map(Into::into).collect(), operator: None };
        /// Creates a user, as the pool's owner: see [`CreateUser`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_EXISTS`](crate::ErrorCode::USER_EXISTS) if the user exists.
        /// * [`ErrorCode::MALFORMED_EMAIL`](crate::ErrorCode::MALFORMED_EMAIL) if the email address is malformed.
        /// * [`ErrorCode::PASSWORD_TOO_SHORT`](crate::ErrorCode::PASSWORD_TOO_SHORT) if the password is shorter than six
        ///   characters.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the password is longer than the key allows: 117
        ///   bytes of UTF-8 with the public service's key; nothing is sent.
        @example "let user = client.create_user(authing_core::account::Register::email(\"bob@example.com\", \"correct horse\"))"
        fn create_user(register: Register) -> User = CreateUser(register);
        /// Issues a new token to a user: see [`RefreshUserToken`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`ErrorCode::USER_BLOCKED`](crate::ErrorCode::USER_BLOCKED) if the user is blocked.
        fn refresh_user_token(user: impl Into<UserId>) -> UserTokenResponse = RefreshUserToken { user: user.into() };
        /// Refreshes a user's tokens of a third party: see [`RefreshThirdPartyToken`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        fn refresh_third_party_token(user: impl Into<UserId>) -> ThirdPartyTokens = RefreshThirdPartyToken { user: user.into() };
    }
}

methods! {
    /// # Management: roles
    impl [] Owner as Owner {
        /// Creates a role: see [`CreateRole`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the name is empty; nothing is sent.
        @example "let role = client.create_role(\"editor\", \"may change articles\")"
        fn create_role(name: impl Into<String>, descriptions: impl Into<String>) -> Role = CreateRole { name: name.into(), descriptions: Some(descriptions.into()) };
        /// Changes the permissions of a role: see [`UpdateRolePermissions`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such role.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the name is empty; nothing is sent.
        fn update_role_permissions(role: impl Into<RoleId>, name: impl Into<String>, permissions: impl Into<String>) -> Role = UpdateRolePermissions { role: role.into(), name: name.into(), permissions: permissions.into(), descriptions: None };
        /// Lists one page of the pool's roles: see [`ListRoles`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the page is 0; nothing is sent.
        fn roles(page: Page) -> List<Role> = ListRoles { page };
        /// Assigns a role to a user, and lists the role's members: see [`AssignRole`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such role.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        @example "let members = client.assign_role(\"5e05bbf2d51b3761d5c71070\", \"5e0b0c8d7f1a2b3c4d5e6f70\")"
        fn assign_role(user: impl Into<UserId>, role: impl Into<RoleId>) -> List<RoleMember> = AssignRole { user: user.into(), role: role.into() };
        /// Removes a role from a user: see [`RemoveRole`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such role, or if the user
        ///   does not have it.
        fn remove_role(user: impl Into<UserId>, role: impl Into<RoleId>) -> Option<RoleMember> = RemoveRole { user: user.into(), role: role.into() };
        /// Lists the roles that are assigned to a user, with their permissions: see [`ListUserPermissionsByRole`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        @example "let roles = client.user_permissions_by_role(\"5e05bbf2d51b3761d5c71070\")"
        fn user_permissions_by_role(user: impl Into<UserId>) -> List<RolePermissions> = ListUserPermissionsByRole { user: user.into() };
    }
}
