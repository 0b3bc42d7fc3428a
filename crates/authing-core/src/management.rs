//! Managing a pool: its users, roles and tokens.
//!
//! These calls need the pool's secret ([`Config::with_secret`](crate::Config::with_secret)), which belongs on a server. The
//! owner's token is fetched when it is first needed.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`OwnerToken`] | (fetched by itself) | `new Authing({secret})` |
//! | [`Users`] | `users`, `all_users` | `list` |
//! | [`SearchUsers`] | `search_users` | `search` |
//! | [`UsersByIds`] | `users_by_ids` | `userPatch` |
//! | [`CreateUser`] | `create_user` | `register` |
//! | [`RemoveUsers`] | `remove_users` | `remove` |
//! | [`RefreshUserToken`] | `refresh_user_token` | `refreshToken` |
//! | [`RefreshThirdPartyToken`] | `refresh_third_party_token` | `refreshThirdPartyToken` |
//! | [`CreateRole`], [`Roles`] | `create_role`, `roles` | `createRole`, `queryRoles` |
//! | [`UpdateRolePermissions`] | `update_role_permissions` | `updateRolePermissions` |
//! | [`AssignRole`], [`RemoveRole`] | `assign_role`, `remove_role` | `assignUserToRole`, `removeUserFromRole` |
//! | [`UsersByRole`] | `users_by_role` | `getUsersByRole` |
//! | [`UserPermissionsByRole`] | `user_permissions_by_role` | `queryPermissions` |
//! | [`SendActivationEmail`] | `send_activation_email` | `sendActivationEmail` |

mod assign_role;
mod create_role;
mod create_user;
mod owner_token;
mod refresh_third_party_token;
mod refresh_user_token;
mod remove_role;
mod remove_users;
mod roles;
mod search_users;
mod send_activation_email;
mod update_role_permissions;
mod user_permissions_by_role;
mod users;
mod users_by_ids;
mod users_by_role;

pub use self::assign_role::AssignRole;
pub use self::create_role::CreateRole;
pub use self::create_user::CreateUser;
pub use self::owner_token::{OwnerAccess, OwnerToken};
pub use self::refresh_third_party_token::{RefreshThirdPartyToken, RefreshedThirdParty};
pub use self::refresh_user_token::{RefreshUserToken, RefreshedToken};
pub use self::remove_role::RemoveRole;
pub use self::remove_users::RemoveUsers;
pub use self::roles::Roles;
pub use self::search_users::SearchUsers;
pub use self::send_activation_email::SendActivationEmail;
pub use self::update_role_permissions::UpdateRolePermissions;
pub use self::user_permissions_by_role::UserPermissionsByRole;
pub use self::users::Users;
pub use self::users_by_ids::UsersByIds;
pub use self::users_by_role::UsersByRole;
