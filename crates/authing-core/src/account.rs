//! Accounts: registering, reading, changing, leaving.
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
use crate::client::methods::{flow_methods, methods};
use crate::flow::Call;
use crate::principal::{May, Owner, Principal, Visitor, needs};
use crate::types::{AuthorizedApps, CommonMessage, Page, PoolSettings, RbacList, RevokedAuthorization, User};
use crate::{AppId, OneTimeCode, Password, Phone, Token, UploadFile, UserId};

methods! {
    /// # Account: logging in
    impl [] Visitor as Visitor {
        /// Registers a user: see [`Register`].
        fn register(register: Register) -> User = register;
    }
}

flow_methods! {
    /// # Account: the user's own
    impl [P: Principal + May<needs::User>] P as Visitor {
        /// Reads the user who is logged in, by the id in the token: see [`GetUser::me`].
        ///
        /// # Errors
        ///
        /// [`Error::NotLoggedIn`](crate::Error::NotLoggedIn) if no user is logged in, and
        /// [`Error::TokenExpired`](crate::Error::TokenExpired) if the login has expired: nothing is sent.
        @example "let me = client.me()"
        fn me(context) -> User = Call::new(context, GetUser::me());
        /// Logs the user out. The token is forgotten here even if the service cannot be reached or the call is dropped: see
        /// [`Logout`].
        @example "client.logout()"
        fn logout(context) -> User = Call::new(context, Logout::default());
        /// Changes a user's photo to a file: see [`ChangeAvatar`].
        fn change_avatar(context, user: impl Into<UserId>, photo: UploadFile) -> User = ChangeAvatar::from_file(context, user, photo);
    }
}

methods! {
    /// # Account
    impl [P: Principal] P as Visitor {
        /// Reads a user: see [`GetUser`].
        fn user(id: impl Into<UserId>) -> User = GetUser::new(id);
        /// Changes a user's data: see [`Update`].
        fn update(update: Update) -> User = update;
        /// Sends a mail that verifies an address: see [`SendVerifyEmail`].
        fn send_verify_email(email: impl Into<String>) -> CommonMessage = SendVerifyEmail { email: email.into() };
        /// Sends a code to change an address: see [`SendChangeEmailVerifyCode`].
        fn send_change_email_verify_code(email: impl Into<String>) -> CommonMessage = SendChangeEmailVerifyCode { email: email.into() };
        /// Changes the address: see [`UpdateEmail`].
        fn update_email(update: UpdateEmail) -> User = update;
        /// Changes the phone number: see [`UpdatePhone`].
        fn update_phone(update: UpdatePhone) -> User = update;
        /// Takes the address from a user: see [`UnbindEmail`].
        fn unbind_email(user: impl Into<UserId>) -> User = UnbindEmail { user: user.into() };
        /// Reads a user's second factor: see [`QueryMfa`].
        fn query_mfa(user: impl Into<UserId>) -> Option<Mfa> = QueryMfa { user: user.into() };
        /// Turns a user's second factor on or off: see [`ChangeMfa`].
        fn change_mfa(user: impl Into<UserId>, enable: bool) -> Mfa = ChangeMfa { user: user.into(), enable, refresh_key: None };
        /// Lists the applications that a user has authorized: see [`AuthedApps`].
        fn authed_apps(user: impl Into<UserId>, page: Page) -> AuthorizedApps = ListAuthorizedApps { user: user.into(), page };
        /// Takes back an authorization: see [`RevokeAuthedApp`].
        fn revoke_authed_app(user: impl Into<UserId>, app: impl Into<AppId>) -> RevokedAuthorization = RevokeAuthedApp { user: user.into(), app: app.into() };
        /// Asks whether there is such a user: see [`UserExists`].
        fn user_exists(user: CheckUserExists) -> bool = user;
        /// Lists a user's permissions: see [`UserPermissions`].
        fn user_permissions(user: impl Into<UserId>) -> RbacList = ListUserPermissions { user: user.into() };
        /// Lists a user's roles: see [`UserRoles`].
        fn user_roles(user: impl Into<UserId>) -> RbacList = ListUserRoles { user: user.into() };
        /// Lists a user's groups: see [`UserGroups`].
        fn user_groups(user: impl Into<UserId>) -> RbacList = ListUserGroups { user: user.into() };
        /// Asks for a token to upload a photo with: see [`UploadToken`].
        fn upload_token() -> Token = GetUploadToken;
        /// Sets a new password with the code from a mail: see [`ChangePassword`].
        fn change_password(email: impl Into<String>, password: impl Into<Password>, code: impl Into<OneTimeCode>) -> User = ChangePassword { email: email.into(), password: password.into(), verify_code: code.into() };
        /// Sends a code to reset a password: see [`SendResetPasswordEmail`].
        fn send_reset_password_email(email: impl Into<String>) -> CommonMessage = SendResetPasswordEmail { email: email.into() };
        /// Checks a code to reset a password: see [`VerifyResetPasswordVerifyCode`].
        fn verify_reset_password_verify_code(email: impl Into<String>, code: impl Into<OneTimeCode>) -> CommonMessage = VerifyResetPasswordVerifyCode { email: email.into(), verify_code: code.into() };
        /// Reads the pool's public settings: see [`UserPoolSettings`].
        fn user_pool_settings() -> PoolSettings = GetPoolSettings;
    }
}

methods! {
    /// # Account: the owner's
    impl [] Owner as Owner {
        /// Logs any user out: the service no longer accepts the user's tokens. See [`Logout`].
        fn logout_user(user: impl Into<UserId>) -> User = Logout::of(user);
        /// Checks a code from an SMS: see [`VerifyPhoneCode`].
        fn verify_phone_code(phone: impl Into<Phone>, code: impl Into<OneTimeCode>) -> CommonMessage = VerifyPhoneCode { phone: phone.into(), code: code.into() };
    }
}
