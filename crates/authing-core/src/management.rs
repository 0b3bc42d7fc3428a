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
