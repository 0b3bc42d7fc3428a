//! The users of a pool.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`ListUsers`] | `list_users` | `POST /api/v3/list-users` |
//! | [`GetUser`] | `user` | `GET /api/v3/get-user` |
//! | [`CreateUser`] | `create_user` | `POST /api/v3/create-user` |
//! | [`UpdateUser`] | `update_user` | `POST /api/v3/update-user` |
//! | [`KickUsers`] | `kick_users` | `POST /api/v3/kick-users` |
//! | [`IsUserExists`] | `is_user_exists` | `POST /api/v3/is-user-exists` |
//! | [`CheckSessionStatus`] | `check_session_status` | `POST /api/v3/check-session-status` |
//! | [`HasAnyRole`] | `has_any_role` | `POST /api/v3/has-any-role` |
//! | [`LinkIdentity`] | `link_identity` | `POST /api/v3/link-identity` |
//! | [`GetUserIdentities`] | `user_identities` | `GET /api/v3/get-user-identities` |
//! | [`GetUserRoles`] | `user_roles` | `GET /api/v3/get-user-roles` |
//! | [`GetUserGroups`] | `user_groups` | `GET /api/v3/get-user-groups` |
//! | [`GetUserDepartments`] | `user_departments` | `GET /api/v3/get-user-departments` |
//! | [`GetUserLoginHistory`] | `user_login_history` | `GET /api/v3/get-user-login-history` |
//! | [`GetUserAuthorizedResources`] | `user_authorized_resources` | `GET /api/v3/get-user-authorized-resources` |
//! | [`GetUserBatch`] | `user_batch` | `GET /api/v3/get-user-batch` |
//! | [`CreateUsersBatch`] | `create_users_batch` | `POST /api/v3/create-users-batch` |
//! | [`DeleteUsersBatch`] | `delete_users_batch` | `POST /api/v3/delete-users-batch` |

mod check_session_status;
mod create_user;
mod create_users_batch;
mod delete_users_batch;
mod get_user;
mod get_user_authorized_resources;
mod get_user_batch;
mod get_user_departments;
mod get_user_groups;
mod get_user_identities;
mod get_user_login_history;
mod get_user_roles;
mod has_any_role;
mod is_user_exists;
mod kick_users;
mod link_identity;
mod list_users;
mod update_user;

pub use self::check_session_status::{CheckSessionStatus, SessionStatus};
pub use self::create_user::{CreateUser, CreateUserOptions, NewIdentity, NewUser, NewUserNotification, NewUserOtp};
pub use self::create_users_batch::CreateUsersBatch;
pub use self::delete_users_batch::DeleteUsersBatch;
pub use self::get_user::GetUser;
pub use self::get_user_authorized_resources::GetUserAuthorizedResources;
pub use self::get_user_batch::GetUserBatch;
pub use self::get_user_departments::GetUserDepartments;
pub use self::get_user_groups::GetUserGroups;
pub use self::get_user_identities::GetUserIdentities;
pub use self::get_user_login_history::GetUserLoginHistory;
pub use self::get_user_roles::GetUserRoles;
pub use self::has_any_role::{HasAnyRole, HasAnyRoleResponse, RoleCode};
pub use self::is_user_exists::{IsUserExists, UserExistence};
pub use self::kick_users::KickUsers;
pub use self::link_identity::LinkIdentity;
pub use self::list_users::{ListUsers, ListUsersOptions, Sort, UserFilter};
pub use self::update_user::{PasswordResetNotification, UpdateUser, UpdateUserOptions, UserChange};
use crate::client::methods::methods;
use crate::principal::Administrator;
use crate::types::{List, Page};
use crate::v3::management::batch_methods;
use crate::v3::types::{
    AuthorizedResource, Group, Identity, LoginRecord, Role, User, UserDepartment, UserIdentifier, UserIdentifiers,
};
use crate::{AppId, UserId};

methods! {
    /// # Users
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Lists users, a page of 50 at most at a time. See [`ListUsers`].
        @example "let users = client.list_users(authing_core::types::Page::new(1, 50))"
        fn list_users(page: Page) -> List<User> = ListUsers { page, ..ListUsers::default() };
        /// Reads one user. See [`GetUser`].
        @example "let user = client.user(\"5e05bbf2d51b3761d5c71070\")"
        fn user(user: impl Into<UserIdentifier>) -> User = GetUser::new(user);
        /// Creates a user. See [`CreateUser`].
        @example "let user = client.create_user(authing_core::v3::management::NewUser { username: Some(\"bob\".to_owned()), ..Default::default() })"
        fn create_user(user: NewUser) -> User = CreateUser::new(user);
        /// Changes a user. See [`UpdateUser`].
        fn update_user(user: impl Into<UserIdentifier>, change: UserChange) -> User = UpdateUser::new(user, change);
        /// Ends the sessions of a user in applications. See [`KickUsers`].
        @example "client.kick_users(\"5e05bbf2d51b3761d5c71070\", [\"5e05bbf2d51b3761d5c71071\"])"
        fn kick_users(user: impl Into<UserIdentifier>, apps: impl IntoIterator<Item = impl Into<AppId>>) -> () = KickUsers::new(apps, user);
        /// Checks whether a user exists. See [`IsUserExists`].
        fn is_user_exists(user: IsUserExists) -> UserExistence = user;
        /// Checks whether a user is logged in to an application. See [`CheckSessionStatus`].
        fn check_session_status(user: impl Into<UserId>, app: impl Into<AppId>) -> SessionStatus = CheckSessionStatus::new(app, user);
        /// Checks whether a user has one of several roles. See [`HasAnyRole`].
        @example "let has = client.has_any_role(\"5e05bbf2d51b3761d5c71070\", [\"admin\"])"
        fn has_any_role(user: impl Into<UserIdentifier>, roles: impl IntoIterator<Item = impl Into<RoleCode>>) -> HasAnyRoleResponse = HasAnyRole::new(roles, user);
        /// Links an identity at a third party to a user. See [`LinkIdentity`].
        fn link_identity(identity: LinkIdentity) -> () = identity;
        /// Lists a user's identities at third parties. See [`GetUserIdentities`].
        fn user_identities(user: impl Into<UserIdentifier>) -> Vec<Identity> = GetUserIdentities::new(user);
        /// Lists a user's roles. See [`GetUserRoles`].
        fn user_roles(user: impl Into<UserIdentifier>) -> List<Role> = GetUserRoles::new(user);
        /// Lists a user's groups. See [`GetUserGroups`].
        fn user_groups(user: impl Into<UserIdentifier>) -> List<Group> = GetUserGroups::new(user);
        /// Lists a user's departments, the first page. See [`GetUserDepartments`].
        fn user_departments(user: impl Into<UserIdentifier>) -> List<UserDepartment> = GetUserDepartments::new(user);
        /// Lists a user's logins, the first page. See [`GetUserLoginHistory`].
        fn user_login_history(user: impl Into<UserIdentifier>) -> List<LoginRecord> = GetUserLoginHistory::new(user);
        /// Lists the resources that a user is authorized for. See [`GetUserAuthorizedResources`].
        fn user_authorized_resources(user: impl Into<UserIdentifier>) -> List<AuthorizedResource> = GetUserAuthorizedResources::new(user);
    }
}

batch_methods! {
    /// # Users: in batches of 50
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Reads several users. See [`GetUserBatch`].
        @example "let users = client.user_batch([\"5e05bbf2d51b3761d5c71070\"])"
        fn user_batch(users: impl Into<UserIdentifiers>) -> Vec<User> = GetUserBatch::new(users);
        /// Creates several users. See [`CreateUsersBatch`].
        fn create_users_batch(users: impl IntoIterator<Item = NewUser>) -> Vec<User> = CreateUsersBatch::new(users);
        /// Deletes users permanently. See [`DeleteUsersBatch`].
        @example "client.delete_users_batch([\"5e05bbf2d51b3761d5c71070\"])"
        fn delete_users_batch(users: impl Into<UserIdentifiers>) -> () = DeleteUsersBatch::new(users);
    }
}
