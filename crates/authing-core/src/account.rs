//! Accounts: registering, reading, changing, leaving.
//!
//! | operation | method of the clients | the guide's or the Web SDK's name |
//! |---|---|---|
//! | [`Register`] | `register` | `register` |
//! | [`Logout`] | `logout` | `logout` |
//! | [`GetUser`] | `user` | `user` |
//! | [`Update`] | `update` | `update` |
//! | [`ChangeAvatar`], a flow; [`UploadToken`], [`Upload`] | `change_avatar`, `upload_token` | `changeAvatar` |
//! | [`SendResetPasswordEmail`] | `send_reset_password_email` | `sendResetPasswordEmail` |
//! | [`VerifyResetPasswordVerifyCode`] | `verify_reset_password_verify_code` | `verifyResetPasswordVerifyCode` |
//! | [`ChangePassword`] | `change_password` | `changePassword` |
//! | [`SendVerifyEmail`] | `send_verify_email` | `sendVerifyEmail` |
//! | [`SendChangeEmailVerifyCode`] | `send_change_email_verify_code` | `sendChangeEmailVerifyCode` |
//! | [`UpdateEmail`] | `update_email` | `updateEmail` |
//! | [`UnbindEmail`] | `unbind_email` | `unbindEmail` |
//! | [`UpdatePhone`] | `update_phone` | `updatePhone` |
//! | [`VerifyPhoneCode`] | `verify_phone_code` | `verifyPhoneCode` |
//! | [`QueryMfa`], [`ChangeMfa`] | `query_mfa`, `change_mfa` | `queryMFA`, `changeMFA` |
//! | [`AuthedApps`], [`RevokeAuthedApp`] | `authed_apps`, `revoke_authed_app` | `getAuthedAppList`, `revokeAuthedApp` |
//! | [`UserExists`] | `user_exists` | `userExist` |
//! | [`UserPermissions`], [`UserRoles`], [`UserGroups`] | `user_permissions`, `user_roles`, `user_groups` | `userPermissionList`, … |
//! | [`UserPoolSettings`] | `user_pool_settings` | `getUserPoolSettings` |

mod authed_apps;
mod change_avatar;
mod change_mfa;
mod change_password;
mod logout;
mod profile;
mod query_mfa;
mod register;
mod revoke_authed_app;
mod send_change_email_verify_code;
mod send_reset_password_email;
mod send_verify_email;
mod unbind_email;
mod update;
mod update_email;
mod update_phone;
mod upload;
mod upload_token;
mod user;
mod user_exists;
mod user_groups;
mod user_permissions;
mod user_pool_settings;
mod user_roles;
mod verify_phone_code;
mod verify_reset_password_verify_code;

pub use self::authed_apps::AuthedApps;
pub use self::change_avatar::ChangeAvatar;
pub use self::change_mfa::ChangeMfa;
pub use self::change_password::ChangePassword;
pub use self::logout::Logout;
pub use self::profile::Profile;
pub use self::query_mfa::{Mfa, QueryMfa};
pub use self::register::Register;
pub use self::revoke_authed_app::RevokeAuthedApp;
pub use self::send_change_email_verify_code::SendChangeEmailVerifyCode;
pub use self::send_reset_password_email::SendResetPasswordEmail;
pub use self::send_verify_email::SendVerifyEmail;
pub use self::unbind_email::UnbindEmail;
pub use self::update::Update;
pub use self::update_email::UpdateEmail;
pub use self::update_phone::UpdatePhone;
pub use self::upload::{Stored, Upload};
pub use self::upload_token::UploadToken;
pub use self::user::GetUser;
pub use self::user_exists::UserExists;
pub use self::user_groups::UserGroups;
pub use self::user_permissions::UserPermissions;
pub use self::user_pool_settings::UserPoolSettings;
pub use self::user_roles::UserRoles;
pub use self::verify_phone_code::VerifyPhoneCode;
pub use self::verify_reset_password_verify_code::VerifyResetPasswordVerifyCode;
