//! Accounts: registration, reading, changes, logout.
//!
//! | operation | method of the clients | the guide's or the Web SDK's name |
//! |---|---|---|
//! | [`Register`] | `register` | `register` |
//! | [`Logout`] | `logout` | `logout` |
//! | [`GetUser`] | `user` | `user` |
//! | [`Update`] | `update` | `update` |
//! | [`ChangeAvatar`], a flow; [`GetUploadToken`], [`Upload`] | `change_avatar`, `upload_token` | `changeAvatar` |
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
//! | [`ListAuthorizedApps`], [`RevokeAuthedApp`] | `authed_apps`, `revoke_authed_app` | `getAuthedAppList`, `revokeAuthedApp` |
//! | [`CheckUserExists`] | `user_exists` | `userExist` |
//! | [`ListUserPermissions`], [`ListUserRoles`], [`ListUserGroups`] | `user_permissions`, `user_roles`, `user_groups` | `userPermissionList`, … |
//! | [`GetPoolSettings`] | `user_pool_settings` | `getUserPoolSettings` |

mod change_avatar;
mod change_mfa;
mod change_password;
mod check_user_exists;
mod get_pool_settings;
mod get_upload_token;
mod get_user;
mod list_authorized_apps;
mod list_user_groups;
mod list_user_permissions;
mod list_user_roles;
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
mod verify_phone_code;
mod verify_reset_password_verify_code;

pub use self::change_avatar::ChangeAvatar;
pub use self::change_mfa::ChangeMfa;
pub use self::change_password::ChangePassword;
pub use self::check_user_exists::CheckUserExists;
pub use self::get_pool_settings::GetPoolSettings;
pub use self::get_upload_token::GetUploadToken;
pub use self::get_user::GetUser;
pub use self::list_authorized_apps::ListAuthorizedApps;
pub use self::list_user_groups::ListUserGroups;
pub use self::list_user_permissions::ListUserPermissions;
pub use self::list_user_roles::ListUserRoles;
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
pub use self::upload::{Upload, UploadedFile};
pub use self::verify_phone_code::VerifyPhoneCode;
pub use self::verify_reset_password_verify_code::VerifyResetPasswordVerifyCode;
