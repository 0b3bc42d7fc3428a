//! The GraphQL side: an engine built from the schema, and one file of resolvers per area.

mod account;
mod apps;
mod email;
pub(crate) mod http;
mod login;
mod metadata;
mod oauth;
mod profile;
mod register;
mod resolver;
mod schema;
mod tokens;

pub(crate) use schema::{BuildError, Engine, build};

use resolver::Resolver;

/// Every root field that is answered; any other is a GraphQL error, as if the schema had none.
const RESOLVERS: &[Resolver] = &[
    ("GetUserAuthorizedApps", apps::list),
    ("LoginByLDAP", login::by_ldap),
    ("RevokeUserAuthorizedApp", apps::revoke),
    ("bindOtherOAuth", oauth::bind),
    ("changePassword", account::change_password),
    ("checkLoginStatus", tokens::check_login_status),
    ("decodeJwtToken", tokens::decode),
    ("getClientWhenSdkInit", tokens::owner_token),
    ("login", login::login),
    ("qiNiuUploadToken", account::upload_token),
    ("register", register::register),
    ("removeUserMetadata", metadata::remove),
    ("sendResetPasswordEmail", email::send_reset_password),
    ("sendVerifyEmail", email::send_verification),
    ("setUserMetadata", metadata::set),
    ("unbindEmail", account::unbind_email),
    ("unbindOtherOAuth", oauth::unbind),
    ("updateUser", profile::update),
    ("user", account::user),
    ("userMetadata", metadata::list),
    ("verifyResetPasswordVerifyCode", email::check_reset_code),
];
