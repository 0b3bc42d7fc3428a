//! A user's own account.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`GetProfile`] | `profile` | `GET /api/v3/get-profile` |
//! | [`UpdateProfile`] | `update_profile` | `POST /api/v3/update-profile` |
//! | [`UploadFileToService`] | `upload_file` | `POST /api/v2/upload?folder={folder}` |
//! | [`UpdatePassword`] | `update_password` | `POST /api/v3/update-password` |
//! | [`VerifyResetPasswordRequest`] | `verify_reset_password_request` | `POST /api/v3/verify-reset-password-request` |
//! | [`ResetPassword`] | `reset_password` | `POST /api/v3/reset-password` |
//! | [`BindEmail`] | `bind_email` | `POST /api/v3/bind-email` |
//! | [`UnbindEmail`] | `unbind_email` | `POST /api/v3/unbind-email` |
//! | [`VerifyUpdateEmailRequest`] | `verify_update_email_request` | `POST /api/v3/verify-update-email-request` |
//! | [`UpdateEmail`] | `update_email` | `POST /api/v3/update-email` |
//! | [`BindPhone`] | `bind_phone` | `POST /api/v3/bind-phone` |
//! | [`UnbindPhone`] | `unbind_phone` | `POST /api/v3/unbind-phone` |
//! | [`VerifyUpdatePhoneRequest`] | `verify_update_phone_request` | `POST /api/v3/verify-update-phone-request` |
//! | [`UpdatePhone`] | `update_phone` | `POST /api/v3/update-phone` |
//! | [`VerifyDeleteAccountRequest`] | `verify_delete_account_request` | `POST /api/v3/verify-delete-account-request` |
//! | [`DeleteAccount`] | `delete_account` | `POST /api/v3/delete-account` |
//! | [`GetSecurityInfo`] | `security_info` | `GET /api/v3/get-security-info` |
//! | [`GetIdentities`] | `identities` | `GET /api/v3/get-identities` |
//! | [`GetLoggedInApps`] | `logged_in_apps` | `GET /api/v3/get-my-logged-in-apps` |
//! | [`GetMyRoleList`] | `my_role_list` | `GET /api/v3/get-my-role-list` |
//! | [`GetMyGroupList`] | `my_group_list` | `GET /api/v3/get-my-group-list` |
//! | [`GetMyDepartmentList`] | `my_department_list` | `GET /api/v3/get-my-department-list` |
//! | [`GetMyAuthorizedResources`] | `my_authorized_resources` | `GET /api/v3/get-my-authorized-resources` |
//! | [`GetMyLoginHistory`] | `my_login_history` | `GET /api/v3/get-my-login-history` |

mod bind_email;
mod bind_phone;
mod delete_account;
mod get_identities;
mod get_logged_in_apps;
mod get_my_authorized_resources;
mod get_my_department_list;
mod get_my_group_list;
mod get_my_login_history;
mod get_my_role_list;
mod get_profile;
mod get_security_info;
mod pass_code;
mod proof_token;
mod reset_password;
mod unbind_email;
mod unbind_phone;
mod update_avatar;
mod update_email;
mod update_password;
mod update_phone;
mod update_profile;
mod upload_file_to_service;
mod verify_delete_account_request;
mod verify_reset_password_request;
mod verify_update_email_request;
mod verify_update_phone_request;

pub use self::bind_email::BindEmail;
pub use self::bind_phone::BindPhone;
pub use self::delete_account::DeleteAccount;
pub use self::get_identities::GetIdentities;
pub use self::get_logged_in_apps::GetLoggedInApps;
pub use self::get_my_authorized_resources::GetMyAuthorizedResources;
pub use self::get_my_department_list::GetMyDepartmentList;
pub use self::get_my_group_list::GetMyGroupList;
pub use self::get_my_login_history::GetMyLoginHistory;
pub use self::get_my_role_list::GetMyRoleList;
pub use self::get_profile::GetProfile;
pub use self::get_security_info::{GetSecurityInfo, SecurityInfo};
pub use self::pass_code::PassCode;
pub use self::reset_password::ResetPassword;
pub use self::unbind_email::UnbindEmail;
pub use self::unbind_phone::UnbindPhone;
pub use self::update_avatar::UpdateAvatar;
pub use self::update_email::UpdateEmail;
pub use self::update_password::UpdatePassword;
pub use self::update_phone::UpdatePhone;
pub use self::update_profile::UpdateProfile;
pub use self::upload_file_to_service::{UploadFileToService, UploadedFile};
pub use self::verify_delete_account_request::{DeleteAccountProof, DeleteAccountToken, VerifyDeleteAccountRequest};
pub use self::verify_reset_password_request::{PasswordResetToken, VerifyResetPasswordRequest};
pub use self::verify_update_email_request::{UpdateEmailToken, VerifyUpdateEmailRequest};
pub use self::verify_update_phone_request::{UpdatePhoneToken, VerifyUpdatePhoneRequest};
use crate::client::methods::{flow_methods, methods};
use crate::principal::{ApplicationPrincipal, ApplicationUser};
use crate::types::{List, Page};
use crate::v3::types::{AuthorizedResource, Group, Identity, LoggedInApp, LoginRecord, Role, User, UserDepartment};
use crate::{OneTimeCode, Password, Phone, Token, UploadFile};

methods! {
    /// # The user's account
    impl [] ApplicationUser as ApplicationUser of (AuthenticationClient AsyncAuthenticationClient) {
        /// Reads the user who is logged in. See [`GetProfile`].
        @example "let me = client.profile()"
        fn profile() -> User = GetProfile::default();
        /// Changes the profile. See [`UpdateProfile`].
        @example "let me = client.update_profile(authing_core::v3::UpdateProfile { nickname: Some(\"Bob\".to_owned()), ..Default::default() })"
        fn update_profile(profile: UpdateProfile) -> User = profile;
        /// Changes the password. See [`UpdatePassword`].
        @example "client.update_password(\"new password\", Some(\"old password\".into()))"
        fn update_password(new: impl Into<Password>, old: Option<Password>) -> () = UpdatePassword { old_password: old, ..UpdatePassword::new(new) };
        /// Binds an email address. See [`BindEmail`].
        fn bind_email(email: impl Into<String>, pass_code: impl Into<OneTimeCode>) -> () = BindEmail::new(email, pass_code);
        /// Unbinds the email address. See [`UnbindEmail`].
        fn unbind_email(pass_code: impl Into<OneTimeCode>) -> () = UnbindEmail::new(pass_code);
        /// Begins the change of the email address. See [`VerifyUpdateEmailRequest`].
        fn verify_update_email_request(request: VerifyUpdateEmailRequest) -> UpdateEmailToken = request;
        /// Changes the email address. See [`UpdateEmail`].
        fn update_email(token: impl Into<Token>) -> () = UpdateEmail::new(token);
        /// Binds a phone number. See [`BindPhone`].
        fn bind_phone(phone: impl Into<Phone>, pass_code: impl Into<OneTimeCode>) -> () = BindPhone::new(phone, pass_code);
        /// Unbinds the phone number. See [`UnbindPhone`].
        fn unbind_phone(pass_code: impl Into<OneTimeCode>) -> () = UnbindPhone::new(pass_code);
        /// Begins the change of the phone number. See [`VerifyUpdatePhoneRequest`].
        fn verify_update_phone_request(request: VerifyUpdatePhoneRequest) -> UpdatePhoneToken = request;
        /// Changes the phone number. See [`UpdatePhone`].
        fn update_phone(token: impl Into<Token>) -> () = UpdatePhone::new(token);
        /// Begins the deletion of the account. See [`VerifyDeleteAccountRequest`].
        fn verify_delete_account_request(proof: DeleteAccountProof) -> DeleteAccountToken = VerifyDeleteAccountRequest::new(proof);
        /// Deletes the account permanently. See [`DeleteAccount`].
        fn delete_account(token: impl Into<Token>) -> () = DeleteAccount::new(token);
        /// Reads how the account is protected. See [`GetSecurityInfo`].
        fn security_info() -> SecurityInfo = GetSecurityInfo;
    }
}

flow_methods! {
    /// # The user's photo
    impl [] ApplicationUser as ApplicationUser of (AuthenticationClient AsyncAuthenticationClient) {
        /// Uploads a photo, and sets it as the photo of the profile. See [`UpdateAvatar`].
        fn update_avatar(context, photo: UploadFile) -> User = UpdateAvatar::new(context, photo);
    }
}

methods! {
    /// # The user's roles, groups and logins
    impl [] ApplicationUser as ApplicationUser of (AuthenticationClient AsyncAuthenticationClient) {
        /// Lists the user's roles in the default namespace. See [`GetMyRoleList`].
        @example "let roles = client.my_role_list()"
        fn my_role_list() -> Vec<Role> = GetMyRoleList::default();
        /// Lists the user's groups. See [`GetMyGroupList`].
        fn my_group_list() -> Vec<Group> = GetMyGroupList;
        /// Lists the user's departments, a page at a time. See [`GetMyDepartmentList`].
        fn my_department_list(page: Page) -> List<UserDepartment> = GetMyDepartmentList { page, ..GetMyDepartmentList::default() };
        /// Lists the resources that the user is authorized for. See [`GetMyAuthorizedResources`].
        fn my_authorized_resources() -> List<AuthorizedResource> = GetMyAuthorizedResources::default();
        /// Lists the applications that the user is logged in to. See [`GetLoggedInApps`].
        fn logged_in_apps() -> Vec<LoggedInApp> = GetLoggedInApps;
        /// Lists the user's identities at third parties. See [`GetIdentities`].
        fn identities() -> Vec<Identity> = GetIdentities;
        /// Lists the user's logins, a page at a time. See [`GetMyLoginHistory`].
        fn my_login_history(page: Page) -> List<LoginRecord> = GetMyLoginHistory { page, ..GetMyLoginHistory::default() };
    }
}

methods! {
    /// # A forgotten password, and files
    impl [P: ApplicationPrincipal] P as Application of (AuthenticationClient AsyncAuthenticationClient) {
        /// Begins a password reset. See [`VerifyResetPasswordRequest`].
        fn verify_reset_password_request(pass_code: PassCode) -> PasswordResetToken = VerifyResetPasswordRequest::new(pass_code);
        /// Sets a new password. See [`ResetPassword`].
        fn reset_password(password: impl Into<Password>, token: impl Into<Token>) -> () = ResetPassword::new(password, token);
        /// Uploads a file. See [`UploadFileToService`].
        fn upload_file(folder: impl Into<String>, file: UploadFile) -> UploadedFile = UploadFileToService::new(folder, file);
    }
}
