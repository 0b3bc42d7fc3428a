//! The GraphQL side: an engine built from the schema, and one file of resolvers per area.

mod account;
mod apps;
mod contact;
mod directory;
mod email;
pub(crate) mod http;
mod login;
mod management;
mod metadata;
mod mfa;
mod oauth;
mod pool;
mod profile;
mod register;
mod resolver;
mod roles;
mod schema;
mod sign_in;
mod tokens;

pub(crate) use schema::{BuildError, Engine, build};

use resolver::Resolver;

/// Every root field that is answered; any other is a GraphQL error, as if the schema had none.
const RESOLVERS: &[Resolver] = &[
    ("GetUserAuthorizedApps", apps::list),
    ("LoginByLDAP", directory::log_in_by_ldap),
    ("ReadOauthList", oauth::list),
    ("RevokeUserAuthorizedApp", apps::revoke),
    ("adConnectorByProvider", directory::connector),
    ("assignUserToRole", roles::assign),
    ("bindOtherOAuth", oauth::bind),
    ("changeMFA", mfa::change),
    ("changePassword", account::change_password),
    ("checkLoginStatus", tokens::check_login_status),
    ("checkPhoneCode", contact::check_phone_code),
    ("clientRoles", roles::list),
    ("createRole", roles::create),
    ("decodeJwtToken", tokens::decode),
    ("getClientWhenSdkInit", tokens::owner_token),
    ("getUserPoolSettings", pool::settings),
    ("login", login::login),
    ("loginByAd", directory::log_in_by_ad),
    ("notBindOAuthList", oauth::of_user),
    ("qiNiuUploadToken", account::upload_token),
    ("queryMFA", mfa::query),
    ("queryRoleByUserId", roles::of_user),
    ("refreshSignInToken", sign_in::refresh),
    ("refreshThirdPartyToken", management::refresh_third_party_token),
    ("refreshToken", management::refresh_token),
    ("register", register::register),
    ("removeUserFromGroup", roles::withdraw),
    ("removeUserMetadata", metadata::remove),
    ("removeUsers", management::remove),
    ("searchUser", management::search),
    ("sendChangeEmailVerifyCode", contact::send_email_code),
    ("sendResetPasswordEmail", email::send_reset_password),
    ("sendVerifyEmail", email::send_verification),
    ("setUserMetadata", metadata::set),
    ("signIn", sign_in::sign_in),
    ("unbindEmail", account::unbind_email),
    ("unbindOtherOAuth", oauth::unbind),
    ("updateEmail", contact::update_email),
    ("updatePhone", contact::update_phone),
    ("updateRole", roles::update),
    ("updateUser", profile::update),
    ("user", account::user),
    ("userExist", pool::user_exists),
    ("userGroup", roles::members),
    ("userMetadata", metadata::list),
    ("userPatch", management::by_ids),
    ("users", management::list),
    ("verifyResetPasswordVerifyCode", email::check_reset_code),
];
