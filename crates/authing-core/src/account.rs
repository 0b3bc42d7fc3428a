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
use crate::client::methods::{flow_methods, methods};
use crate::flow::Call;
use crate::principal::{May, Owner, Principal, Visitor, needs};
use crate::types::{
    AuthorizedApps, CommonMessage, Group, Page, Permission, PoolSettings, RbacList, RbacRole, RevokedAuthorization,
    User,
};
use crate::{AppId, OneTimeCode, Password, Phone, Token, UploadFile, UserId};

methods! {
    /// # Account: registration
    impl [] Visitor as Visitor {
        /// Registers a user: see [`Register`]. The user is logged in only with [`Register::with_force_login`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_EXISTS`](crate::ErrorCode::USER_EXISTS) if the user is registered already.
        /// * [`ErrorCode::MALFORMED_EMAIL`](crate::ErrorCode::MALFORMED_EMAIL) if the email address is malformed.
        /// * [`ErrorCode::PASSWORD_TOO_SHORT`](crate::ErrorCode::PASSWORD_TOO_SHORT) if the password is shorter than six
        ///   characters.
        /// * [`ErrorCode::WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) or
        ///   [`CODE_EXPIRED`](crate::ErrorCode::CODE_EXPIRED) if the code of a phone number is not accepted.
        /// * [`ErrorCode::REGISTRATION_DISABLED`](crate::ErrorCode::REGISTRATION_DISABLED) if the pool accepts no
        ///   registrations.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the password is longer than the key allows: 117
        ///   bytes of UTF-8 with the public service's key; nothing is sent.
        @example "let user = client.register(authing_core::account::Register::email(\"bob@example.com\", \"correct horse\"))"
        fn register(register: Register) -> User = register;
    }
}

flow_methods! {
    /// # Account: the user who is logged in
    impl [P: Principal + May<needs::User>] P as Visitor {
        /// Reads the user who is logged in, by the id in the token: see [`GetUser::me`].
        ///
        /// # Errors
        ///
        /// * [`Error::NotLoggedIn`](crate::Error::NotLoggedIn) if no user is logged in; nothing is sent.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the login has expired; nothing is sent.
        /// * [`ErrorCode::TOKEN_INVALID`](crate::ErrorCode::TOKEN_INVALID) if the user has logged out elsewhere since.
        /// * [`ErrorCode::USER_BLOCKED`](crate::ErrorCode::USER_BLOCKED) if the user is blocked.
        @example "let me = client.me()"
        fn me(context) -> User = Call::new(context, GetUser::me());
        /// Logs the user out. The token is forgotten here even if the service cannot be reached or the call is dropped: see
        /// [`Logout`].
        ///
        /// # Errors
        ///
        /// * [`Error::NotLoggedIn`](crate::Error::NotLoggedIn) if no user is logged in; nothing is sent.
        /// * [`Error::Store`](crate::Error::Store) if the [`TokenStore`](crate::TokenStore) did not remove the token.
        /// * [`Error::LogoutFailed`](crate::Error::LogoutFailed) if the service and the store both failed. The token is
        ///   forgotten in memory in every case.
        @example "client.logout()"
        fn logout(context) -> User = Call::new(context, Logout::default());
        /// Changes a user's photo to a file: see [`ChangeAvatar`].
        ///
        /// # Errors
        ///
        /// * [`Error::NotLoggedIn`](crate::Error::NotLoggedIn) if no user is logged in, or if another user logs in before
        ///   the photo is changed.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`Error::Transport`](crate::Error::Transport) with [`BodyTooLarge`](crate::TransportErrorKind::BodyTooLarge)
        ///   or another kind if the upload fails. The photo is then unchanged.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        @example "let photo = authing_core::UploadFile::new(\"me.png\", \"image/png\", b\"\\x89PNG\".as_slice());\nlet user = client.change_avatar(\"5e05bbf2d51b3761d5c71070\", photo)"
        fn change_avatar(context, user: impl Into<UserId>, photo: UploadFile) -> User = ChangeAvatar::from_file(context, user, photo);
    }
}

methods! {
    /// # Account: data of a user
    impl [P: Principal] P as Visitor {
        /// Reads a user by id: see [`GetUser`]. [`me`](Self::me) reads the user who is logged in. Of another user, a user
        /// reads what the service shows to all; the owner reads any user whole.
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        fn user(id: impl Into<UserId>) -> User = GetUser::new(id);
        /// Changes a user's data: see [`Update`]. The email address and the phone number have methods of their own,
        /// `update_email` and `update_phone`.
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::OLD_PASSWORD_REQUIRED`](crate::ErrorCode::OLD_PASSWORD_REQUIRED) or
        ///   [`WRONG_OLD_PASSWORD`](crate::ErrorCode::WRONG_OLD_PASSWORD) if a user changes the password without the old
        ///   one.
        /// * [`ErrorCode::USER_EXISTS`](crate::ErrorCode::USER_EXISTS) if another user has the username.
        /// * [`ErrorCode::FIELD_NOT_PERMITTED`](crate::ErrorCode::FIELD_NOT_PERMITTED) if only the owner may change a
        ///   field.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the password is longer than the key allows: 117
        ///   bytes of UTF-8 with the public service's key; nothing is sent.
        @example "let user = client.update(authing_core::account::Update::new(\"5e05bbf2d51b3761d5c71070\").with_photo(\"https://example.com/me.png\"))"
        fn update(update: Update) -> User = update;
        /// Sends an email with a link that verifies the email address: see [`SendVerifyEmail`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the email address is empty; nothing is sent.
        /// * [`ErrorCode::MAIL_FAILED`](crate::ErrorCode::MAIL_FAILED) if the mail was not sent.
        fn send_verify_email(email: impl Into<String>) -> CommonMessage = SendVerifyEmail { email: email.into() };
        /// Sends an email with a code for a change of the email address: see [`SendChangeEmailVerifyCode`].
        ///
        /// # Errors
        ///
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the email address is empty; nothing is sent.
        /// * [`ErrorCode::MAIL_FAILED`](crate::ErrorCode::MAIL_FAILED) if the mail was not sent.
        fn send_change_email_verify_code(email: impl Into<String>) -> CommonMessage = SendChangeEmailVerifyCode { email: email.into() };
        /// Changes the user's email address: see [`UpdateEmail`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code is wrong.
        /// * [`ErrorCode::CODE_EXPIRED`](crate::ErrorCode::CODE_EXPIRED) if the code has expired.
        /// * [`ErrorCode::EMAIL_TAKEN`](crate::ErrorCode::EMAIL_TAKEN) if another user has the email address.
        /// * [`ErrorCode::EMAIL_UNCHANGED`](crate::ErrorCode::EMAIL_UNCHANGED) if the user has this email address already.
        /// * [`ErrorCode::MALFORMED_NEW_EMAIL`](crate::ErrorCode::MALFORMED_NEW_EMAIL) if the email address is malformed.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        fn update_email(update: UpdateEmail) -> User = update;
        /// Changes the user's phone number: see [`UpdatePhone`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code is wrong.
        /// * [`ErrorCode::CODE_EXPIRED`](crate::ErrorCode::CODE_EXPIRED) if the code has expired.
        /// * [`ErrorCode::OAUTH_TAKEN`](crate::ErrorCode::OAUTH_TAKEN) if another user has the phone number.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        fn update_phone(update: UpdatePhone) -> User = update;
        /// Unbinds a user's email address: see [`UnbindEmail`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::LAST_LOGIN_METHOD`](crate::ErrorCode::LAST_LOGIN_METHOD) if the user has no other way to log in.
        /// * [`ErrorCode::NO_EMAIL_BOUND`](crate::ErrorCode::NO_EMAIL_BOUND) if the user has no email address.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn unbind_email(user: impl Into<UserId>) -> User = UnbindEmail { user: user.into() };
        /// Reads a user's second factor: see [`QueryMfa`]. The result is `None` if it was never turned on.
        ///
        /// # Errors
        ///
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn query_mfa(user: impl Into<UserId>) -> Option<Mfa> = QueryMfa { user: user.into() };
        /// Turns a user's second factor on or off: see [`ChangeMfa`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn change_mfa(user: impl Into<UserId>, enable: bool) -> Mfa = ChangeMfa { user: user.into(), enable, refresh_key: None };
        /// Lists the applications that a user has authorized: see [`ListAuthorizedApps`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the page is 0; nothing is sent.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn authed_apps(user: impl Into<UserId>, page: Page) -> AuthorizedApps = ListAuthorizedApps { user: user.into(), page };
        /// Revokes a user's authorization of an application: see [`RevokeAuthedApp`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::APP_NOT_FOUND`](crate::ErrorCode::APP_NOT_FOUND) if the user has not authorized the application.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn revoke_authed_app(user: impl Into<UserId>, app: impl Into<AppId>) -> RevokedAuthorization = RevokeAuthedApp { user: user.into(), app: app.into() };
        /// Checks whether a user exists: see [`CheckUserExists`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the phone number, the username or the email
        ///   address is empty; nothing is sent.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        fn user_exists(user: CheckUserExists) -> bool = user;
        /// Lists a user's permissions: see [`ListUserPermissions`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn user_permissions(user: impl Into<UserId>) -> RbacList<Permission> = ListUserPermissions { user: user.into() };
        /// Lists a user's roles in role-based access control, not those of `assign_role`: see [`ListUserRoles`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn user_roles(user: impl Into<UserId>) -> RbacList<RbacRole> = ListUserRoles { user: user.into() };
        /// Lists a user's groups: see [`ListUserGroups`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn user_groups(user: impl Into<UserId>) -> RbacList<Group> = ListUserGroups { user: user.into() };
        /// Gets a token for the upload of a photo: see [`GetUploadToken`].
        ///
        /// # Errors
        ///
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        fn upload_token() -> Token = GetUploadToken;
        /// Sets a new password with the code from an email: see [`ChangePassword`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code is wrong.
        /// * [`ErrorCode::CODE_EXPIRED`](crate::ErrorCode::CODE_EXPIRED) if the code has expired.
        /// * [`ErrorCode::PASSWORD_TOO_SHORT`](crate::ErrorCode::PASSWORD_TOO_SHORT) if the password is shorter than six
        ///   characters.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if no user has the email address.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the password is longer than the key allows: 117
        ///   bytes of UTF-8 with the public service's key; nothing is sent.
        fn change_password(email: impl Into<String>, password: impl Into<Password>, code: impl Into<OneTimeCode>) -> User = ChangePassword { email: email.into(), password: password.into(), verify_code: code.into() };
        /// Sends an email with a code for a password reset: see [`SendResetPasswordEmail`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if no user has the email address.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the email address is empty; nothing is sent.
        /// * [`ErrorCode::MAIL_FAILED`](crate::ErrorCode::MAIL_FAILED) if the mail was not sent.
        fn send_reset_password_email(email: impl Into<String>) -> CommonMessage = SendResetPasswordEmail { email: email.into() };
        /// Checks a code for a password reset: see [`VerifyResetPasswordVerifyCode`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code is wrong.
        /// * [`ErrorCode::CODE_EXPIRED`](crate::ErrorCode::CODE_EXPIRED) if the code has expired.
        fn verify_reset_password_verify_code(email: impl Into<String>, code: impl Into<OneTimeCode>) -> CommonMessage = VerifyResetPasswordVerifyCode { email: email.into(), verify_code: code.into() };
        /// Reads the pool's public settings: see [`GetPoolSettings`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::APP_NOT_FOUND`](crate::ErrorCode::APP_NOT_FOUND) if there is no such pool.
        fn user_pool_settings() -> PoolSettings = GetPoolSettings;
    }
}

methods! {
    /// # Account: with the pool's secret
    impl [] Owner as Owner {
        /// Logs any user out: the service no longer accepts the user's tokens. See [`Logout`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        fn logout_user(user: impl Into<UserId>) -> User = Logout::of(user);
        /// Checks a code from an SMS: see [`VerifyPhoneCode`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code is wrong.
        /// * [`ErrorCode::CODE_EXPIRED`](crate::ErrorCode::CODE_EXPIRED) if the code has expired.
        fn verify_phone_code(phone: impl Into<Phone>, code: impl Into<OneTimeCode>) -> CommonMessage = VerifyPhoneCode { phone: phone.into(), code: code.into() };
    }
}
